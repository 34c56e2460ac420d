package umemtck.conformance.zoo;

import java.util.List;

/** Who sins against ddi_umem_free, and in the life of a cookie. */
final class FaultyRelease {
  static final List<Resident> RESIDENTS =
      List.of(
          Resident.faulty(
              FreesNullWithAnEffect::new,
              "FREE.null-noop/no-effect",
              "Gives back a page that it never had when NULL is freed."),
          Resident.faulty(
              TakesNullForTheLastCookie::new,
              "FREE.null-noop/no-effect",
              "Frees the newest allocation when NULL is freed."),
          Resident.faulty(
              FreesHalf::new,
              "FREE.entire-buffer/whole",
              "Gives back half of the pages of an allocation of two pages or more."),
          Resident.faulty(
              KeepsTheSwap::new,
              "FREE.entire-buffer/whole",
              "Gives back pages and cookie, and keeps the swap of pageable memory."),
          Resident.faulty(
              SecondFreeIsSilent::new,
              "FREE.exactly-once/twice-diagnosed",
              "Takes a cookie that was freed before for nothing, and returns."),
          Resident.faulty(
              StrangerIsFreedInSilence::new,
              "FREE.exactly-once/stranger-diagnosed",
              "Takes a value that never was a cookie for nothing, and returns."),
          Resident.faulty(
              FreePanicsInAnInterrupt::new,
              "FREE.context/interrupt",
              "Panics when memory is freed from an interrupt."),
          Resident.faulty(
              FreeNeedsAUserProcess::new,
              "FREE.context/kernel",
              "Panics when memory is freed from a kernel thread: it looks for the process that frees."),
          Resident.faulty(
              KnowsOnlyFourCookies::new,
              "COOKIE.valid-interval/until-free",
              "Keeps the cookies in a table of four, and forgets the oldest when a fifth comes."),
          Resident.faulty(
              CookiesRepeatAfterSix::new,
              "COOKIE.valid-interval/distinct",
              "Makes cookies from a counter that comes round after six, and does not ask whether one is live."));

  private FaultyRelease() {}
}
