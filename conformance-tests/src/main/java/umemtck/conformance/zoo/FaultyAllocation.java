package umemtck.conformance.zoo;

import java.util.List;

/** Who sins against ddi_umem_alloc: in what it answers, and in the memory it gives. */
final class FaultyAllocation {
  static final List<Resident> RESIDENTS =
      List.of(
          Resident.faulty(
              RoundsUpTo512::new,
              "ALLOC.round-up/usable",
              "Rounds a size up to 512 bytes instead of a page: what is behind that is the next allocation."),
          Resident.faulty(
              AlignsSmallSizesTo64::new,
              "ALLOC.page-aligned/address",
              "Puts a header of 64 bytes in front of every buffer that is smaller than a page."),
          Resident.faulty(
              ForgetsToZero::new, "ALLOC.zero-filled/locked", "Gives memory out as it finds it."),
          Resident.faulty(
              ForgetsToZeroPageable::new,
              "ALLOC.zero-filled/pageable",
              "Zeroes locked memory, and gives pageable memory out as it finds it."),
          Resident.faulty(
              ZeroesOnlyWhatWasAskedFor::new,
              "ALLOC.zero-filled/locked",
              "Zeroes the bytes that were asked for, and not the tail up to the end of the last page."),
          Resident.faulty(
              ZeroesFreshPagesOnly::new,
              "ALLOC.zero-filled/locked",
              "Zeroes a page the first time that it is given out, and never again."),
          Resident.faulty(
              GivesAPageForSizeZero::new, "ALLOC.size-zero/refused", "Gives a page for size 0."),
          Resident.faulty(
              SizeZeroTakesACookie::new,
              "ALLOC.size-zero/consumes-nothing",
              "Takes a cookie before it looks at the size, and keeps it when the size is 0."),
          Resident.faulty(
              WrapsNearSizeMax::new,
              "ALLOC.near-max-wrap/nosleep",
              "Adds a page less one to a size near SIZE_MAX, wraps, and gives one page."),
          Resident.faulty(
              WrapsForCallersWhoWait::new,
              "ALLOC.near-max-wrap/sleep",
              "Tests for a size that wraps only with NOSLEEP; a caller who can wait gets one page for it."),
          Resident.faulty(
              CutsSizesTo32Bits::new,
              "ALLOC.impossible-size/nosleep",
              "Cuts a size to 32 bits on its way to the allocator, and gives what is left of it."),
          Resident.faulty(
              PageOutTakesLockedMemory::new,
              "ALLOC.default-locked/resident",
              "Pages out locked memory too, and brings it back when it is touched."),
          Resident.faulty(
              LosesLockedMemoryUnderPressure::new,
              "ALLOC.default-locked/contents",
              "Takes the frames of locked memory under pressure, and puts others, empty, in their place."),
          Resident.faulty(
              LosesDataWhenPaging::new,
              "ALLOC.pageable/contents-survive",
              "Gives the frames of pageable memory away under pressure, without writing them out first."),
          Resident.faulty(
              WritesAPageOutOnlyOnce::new,
              "ALLOC.pageable/contents-survive",
              "Takes a page that was written out once for clean for ever: what is stored later is lost."),
          Resident.faultyInIllumos(
              TrashGivesAnAddress::new,
              "ALLOC.trash/answer",
              "Answers TRASH with an address beside the cookie."),
          Resident.faultyInIllumos(
              TrashTakesAPage::new,
              "ALLOC.trash/no-backing",
              "Takes a page for every TRASH cookie."),
          Resident.faulty(
              PageableTrashGivesOnlyACookie::new,
              "ALLOC.flag-conflict/consistent",
              "Takes PAGEABLE together with TRASH for TRASH, though PAGEABLE would win: NULL with a cookie."),
          Resident.faulty(
              ComparesTheWholeFlagWord::new,
              "ALLOC.flag-unknown/consistent",
              "Gives memory only for flag words that it knows whole: for any other, NULL with a cookie."),
          Resident.faulty(
              ForgetsToGiveTheCookie::new,
              "ALLOC.cookie-out/success",
              "Gives memory, and NULL in *cookiep, where the memory is pageable."),
          Resident.faulty(
              LeavesACookieWithNull::new,
              "ALLOC.cookie-out/failure",
              "Makes the cookie first, and leaves it in *cookiep when there is not enough."),
          Resident.faulty(
              LeavesTheCookieUnset::new,
              "ALLOC.cookie-out/failure",
              "Stores to *cookiep only when it succeeds."),
          Resident.faulty(
              OverlapsByAPage::new,
              "ALLOC.disjoint/live",
              "Gives every allocation that lies right above another one the last page of that one too."),
          Resident.faulty(
              SharesTheLastFrame::new,
              "ALLOC.disjoint/live",
              "Puts one frame behind the last page of an allocation of two pages or more and the first page of the next one above it."));

  private FaultyAllocation() {}
}
