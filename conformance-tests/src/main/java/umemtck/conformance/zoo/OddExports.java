package umemtck.conformance.zoo;

import java.util.List;

/** Who is odd with exports, but legal. */
final class OddExports {
  static final List<Resident> RESIDENTS =
      List.of(
          Resident.legal(
              RoundsUnalignedExports::new,
              "Rounds koff down, and what is mapped up to whole pages."),
          Resident.legalInIllumos(
              RefusesUnalignedExports::new, "Refuses koff and len that are no whole pages."),
          Resident.legal(
              TakesNoDevmapFlags::new, "Refuses every flag of a setup, and declares no REMAP."),
          Resident.legal(
              AsksTheBoundsOfTrash::new, "Refuses to export more of TRASH than was asked for."),
          Resident.legalInIllumos(
              NeverAsksTheBoundsOfTrash::new, "Exports as much of TRASH as anybody wants."),
          Resident.legal(ExportsWithoutLocks::new, "Offers exports, and no locks."),
          Resident.legal(
              CallsNoFunctionsOfDrivers::new,
              "Calls none of the functions that a setup is given, and declares so."),
          Resident.legal(SignalsSigsegv::new, "Ends a touch of an invalid mapping in SIGSEGV."),
          Resident.legal(
              CallsTheEntryBeforeItAsksTheOpenMode::new,
              "Leaves it to the setup to find that a device was opened to be read alone."),
          Resident.legal(
              RemapAsksForBoundsAlone::new,
              "Remaps whatever fits: flags, maxprot and how it was set up do not matter."),
          Resident.legal(RemapTakesANullCookie::new, "Remaps to NULL: the mapping shows junk."),
          Resident.legalInIllumos(
              RemapSignalsOnTrash::new,
              "Ends every touch of a mapping that was remapped to TRASH in a signal."),
          Resident.legal(
              SetsUpAgain::new, "Sets a handle up as often as it is asked: the latest counts."),
          Resident.legal(
              MapsPrivately::new, "Maps a device MAP_PRIVATE, whatever functions it is given."),
          Resident.legal(
              DriverDoesNotWait::new,
              "Drives the example without waiting for memory: a mapping fails, and a later one succeeds."),
          Resident.legal(
              DriverDoesNotTestTheAllocation::new,
              "Drives the example without waiting, and exports NULL if there was no memory."),
          Resident.legal(
              DriverNeverTriesAgain::new,
              "Drives the example and keeps an allocation that failed: no mapping succeeds from then on."),
          Resident.legal(
              DriverSharesLockedMemory::new, "Drives the example with locked kernel memory."),
          Resident.legal(
              DriverSaysEinvalBeyondThePage::new,
              "Drives the example and answers EINVAL beyond its page."),
          Resident.legal(
              DriverAllocatesTwice::new,
              "Drives the example with an allocation for each data model."));

  private OddExports() {}
}
