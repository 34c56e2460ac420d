package umemtck.conformance.zoo;

import java.util.List;

/**
 * Who sins against ddi_umem_alloc when there is not enough, and in the context it is called from.
 */
final class FaultyWaiting {
  static final List<Resident> RESIDENTS =
      List.of(
          Resident.faulty(
              AlwaysNull::new,
              "ALLOC.nosleep-null/only-when-short",
              "Answers NULL, whatever is asked for."),
          Resident.faulty(
              RefusesEveryFifth::new,
              "ALLOC.nosleep-null/only-when-short",
              "Refuses every fifth call with NOSLEEP, for nothing."),
          Resident.faulty(
              KeepsAnUndeclaredReserve::new,
              "ALLOC.nosleep-null/only-when-short",
              "Leaves the last page to itself with NOSLEEP, and does not declare that."),
          Resident.faulty(
              KeepsTheAddressSpace::new,
              "ALLOC.nosleep-null/only-when-short",
              "Gives back pages and cookie, and keeps the address space of an allocation of two pages or more."),
          Resident.faulty(
              OverdrawsPages::new,
              "ALLOC.nosleep-null/null-when-short",
              "Tests the free pages with one too many, and gives a page that is not there."),
          Resident.faulty(
              OverdrawsSwap::new,
              "ALLOC.nosleep-null/null-when-short",
              "Gives pageable memory without looking at the free swap."),
          Resident.faulty(
              NoSleepBlocks::new, "ALLOC.nosleep-null/does-not-block", "Waits with NOSLEEP too."),
          Resident.faulty(
              LeaksWhenItRefuses::new,
              "ALLOC.nosleep-null/refusal-changes-nothing",
              "Takes the cookie first, and does not give it back when there are too few pages."),
          Resident.faulty(
              TakesSleepForNoSleep::new,
              "ALLOC.sleep-succeeds/never-null",
              "Does not look at the bit: every call is one with NOSLEEP."),
          Resident.faulty(
              GivesUpAfterOneWait::new,
              "ALLOC.sleep-succeeds/never-null",
              "Waits for one free, and answers NULL if that was not enough."),
          Resident.faulty(
              PageableSleepGivesNull::new,
              "ALLOC.sleep-succeeds/pageable-never-null",
              "Answers NULL to PAGEABLE with SLEEP when swap cannot be reserved, as illumos does."),
          Resident.faulty(
              SleepsThoughThereIsEnough::new,
              "ALLOC.sleep-succeeds/enough-at-once",
              "Lets a caller who can wait wait for one page more than it needs."),
          Resident.faulty(
              OverdrawsWhenWoken::new,
              "ALLOC.sleep-succeeds/waits-while-short",
              "Does not test again when a sleeper is woken: after any free it gives what was asked for."),
          Resident.faulty(
              NeverWakesASleeper::new,
              "ALLOC.sleep-succeeds/woken",
              "Lets a caller who once waits wait for ever."),
          Resident.faulty(
              FreeWakesNobody::new,
              "ALLOC.sleep-succeeds/woken",
              "Tells its sleepers when memory is added, but not when memory is freed."),
          Resident.faulty(
              WakesOnlyTheFirstInLine::new,
              "ALLOC.sleep-succeeds/woken",
              "Keeps its sleepers in a line, and lets none pass the first, even if the first wants too much."),
          Resident.faulty(
              NoSleepPanicsInAnInterrupt::new,
              "ALLOC.context/nosleep-interrupt",
              "Panics on every allocation from an interrupt."),
          Resident.faulty(
              SleepNeedsAUserProcess::new,
              "ALLOC.context/sleep-kernel",
              "Refuses SLEEP from kernel context: it looks for a user process to put to sleep."),
          Resident.faulty(
              SleepsInAnInterrupt::new,
              "ALLOC.context/sleep-interrupt-diagnosed",
              "Lets SLEEP from an interrupt pass as if it had been NOSLEEP, without a word."));

  private FaultyWaiting() {}
}
