package umemtck.conformance.zoo;

import java.util.List;

/** Who sins against ddi_umem_iosetup. */
final class FaultyBufs {
  static final List<Resident> RESIDENTS =
      List.of(
          Resident.faulty(
              WrapsTheEndOfABuf::new,
              "IOSETUP.negative-offset/refused",
              "Adds offset and length of a buf as unsigned numbers: a negative offset wraps back into bounds."),
          Resident.faulty(
              LooksAtTheEndOfABufAlone::new,
              "IOSETUP.len-over-size/refused",
              "Looks where a buf ends, not how long it is: with a negative offset it is longer than its memory."),
          Resident.faulty(
              AllowsABufOnePageMore::new,
              "IOSETUP.in-bounds/refused",
              "Holds the end of a buf against the memory and one page more."),
          Resident.faulty(
              LooksAtTheStartOfABufAlone::new,
              "IOSETUP.in-bounds/refused",
              "Asks that a buf begins within the memory and is no longer than it, not that it ends there."),
          Resident.faulty(
              SetsUpPageableMemory::new,
              "IOSETUP.kind/pageable",
              "Makes bufs on pageable memory, too."),
          Resident.faulty(
              SetsUpTrash::new,
              "IOSETUP.kind/trash",
              "Makes bufs on TRASH cookies, too, of the length that was asked for."),
          Resident.faulty(
              SetsUpLockCookiesAlone::new,
              "IOSETUP.kind/non-pageable",
              "Refuses kernel memory, as the manual page could be read."),
          Resident.faulty(
              SetsUpKernelMemoryAlone::new,
              "IOSETUP.success/given",
              "Refuses the cookies of locks."),
          Resident.faulty(
              RoundsBufsUpToPages::new,
              "IOSETUP.success/range",
              "Transfers whole pages, whatever the length of the buf."),
          Resident.faulty(
              TakesDirectionsByBits::new,
              "IOSETUP.direction-valid/refused",
              "Asks whether one of the two bits of a direction is set; both are."),
          Resident.faulty(
              TakesAnySleepflag::new,
              "IOSETUP.sleepflag-valid/refused",
              "Looks at the lowest bit of a sleepflag alone."),
          Resident.faulty(
              GivesABufWithoutMemory::new,
              "IOSETUP.nosleep-null/refused",
              "Does not look whether there was memory for a buf."),
          Resident.faulty(
              NeverSleepsForABuf::new,
              "IOSETUP.nosleep-null/sleep",
              "Gets memory for a buf with NOSLEEP, whatever the caller said."),
          Resident.faulty(
              CutsTheBlockNumberTo32Bits::new,
              "IOSETUP.fields/as-given",
              "Keeps the block number of a buf in 32 bits."),
          Resident.faulty(
              MarksNoBufBusy::new,
              "IOSETUP.fields/as-given",
              "Hands out bufs that are not marked busy."),
          Resident.faulty(
              GivesBufsTheKernelsProcess::new,
              "IOSETUP.address/locked",
              "Gives bufs on locked memory no process."),
          Resident.faulty(
              ForgetsTheOffsetOfABuf::new,
              "IOSETUP.address/kernel",
              "Begins every buf where the memory of its cookie begins."),
          Resident.faulty(
              ListsPagesFromTheFirst::new,
              "IOSETUP.page-list/first-page",
              "Begins the page list of a buf with the first page of the lock, whatever the offset."),
          Resident.faulty(
              RoundsTheFirstPageUp::new,
              "IOSETUP.page-list/first-page",
              "Rounds an offset within a page up to the next page when it looks for the first page."),
          Resident.faulty(
              ShowsDevicesACopy::new,
              "LOCK.stable-content/same-pages",
              "Shows devices a copy of the locked pages, which the process never sees again."),
          Resident.faulty(
              OneBufACookie::new,
              "IOSETUP.multiple/live",
              "Refuses a second buf on a cookie that has one."),
          Resident.faulty(
              BufsShareTheLatestRange::new,
              "IOSETUP.multiple/each",
              "Keeps the range of a buf with its cookie: all transfer where the latest begins."),
          Resident.faultyInIllumos(
              ChargesBufs::new,
              "IOSETUP.no-charge/usage",
              "Counts the pages of a buf on locked memory once more while it lives."),
          Resident.faulty(
              SetsUpInUserContextAlone::new,
              "IOSETUP.context/kernel",
              "Refuses to make a buf outside user context."),
          Resident.faulty(
              SetupPanicsInAnInterrupt::new,
              "IOSETUP.context/interrupt",
              "Panics when a buf is made in an interrupt."),
          Resident.faulty(
              SleepsInAnInterruptForABuf::new,
              "IOSETUP.context/sleep-interrupt-diagnosed",
              "Does not look at the context of a setup that may sleep, and declares CHECKED."));

  private FaultyBufs() {}
}
