package umemtck.conformance.zoo;

import java.util.List;

/** Who reads Example 10-4 wrongly. */
final class FaultySharing {
  static final List<Resident> RESIDENTS =
      List.of(
          Resident.faulty(
              AllocatesAtAttach::new,
              "SHARED.first-map-allocates/at-first-map",
              "Allocates the shared area when it attaches."),
          Resident.faulty(
              SharesAThirdPage::new,
              "SHARED.first-map-allocates/at-first-map",
              "Allocates a page more than the two data models need."),
          Resident.faulty(
              HasNoMutex::new,
              "SHARED.allocate-once/one-area",
              "Has no mutex around the test and the allocation."),
          Resident.faulty(
              DropsTheMutexToAllocate::new,
              "SHARED.allocate-once/one-area",
              "Drops the mutex while it allocates, and does not look again."),
          Resident.faulty(
              GivesEachApplicationAPage::new,
              "SHARED.same-page/same",
              "Gives the first application one page of the area, and the next the other."),
          Resident.faulty(
              StoresToACopy::new,
              "SHARED.visible/to-all",
              "Stores to memory of its own, and never to what it exports."),
          Resident.faulty(
              ReadsACopy::new,
              "SHARED.visible/to-all",
              "Remembers what it stored, and never loads what applications have stored since."),
          Resident.faulty(
              GivesBothTheSecondPage::new,
              "SHARED.lp64-first-page/first",
              "Gives 64-bit applications the second page, too."),
          Resident.faulty(
              SwitchHasNoBreaks::new,
              "SHARED.lp64-first-page/first",
              "Falls through its switch, whose breaks the text lost: the last data model counts."),
          Resident.faulty(
              GivesBothTheFirstPage::new,
              "SHARED.ilp32-second-page/second",
              "Gives 32-bit applications the first page, too."),
          Resident.faulty(
              SwapsThePages::new,
              "SHARED.ilp32-second-page/second",
              "Gives 32-bit applications the first page, and 64-bit ones the second."),
          Resident.faulty(
              AsksForTheModelOnce::new,
              "SHARED.model-isolation/apart",
              "Asks for the data model at the first mapping, and takes it for that of all others."),
          Resident.faulty(
              SizesByTheFirstMapper::new,
              "SHARED.size-covers-models/either-first",
              "Takes the switch of the text at its word: one page if a 32-bit application maps first."),
          Resident.faulty(
              AllocatesOnePage::new,
              "SHARED.size-covers-models/either-first",
              "Allocates one page, and needs two."),
          Resident.faulty(
              ExportsTwoPages::new,
              "SHARED.bounds/refused",
              "Lets an application map both pages of the area."),
          Resident.faulty(
              IgnoresTheOffsetIntoTheDevice::new,
              "SHARED.bounds/refused",
              "Looks at the length of a mapping, and not at its offset into the device."),
          Resident.faulty(
              FreesAtTheLastUnmap::new,
              "SHARED.persists/contents",
              "Frees the area when the last mapping goes."),
          Resident.faulty(
              DetachesWhileMapped::new,
              "SHARED.free-last/detach",
              "Frees the area when it is asked to detach, mapped or not."),
          Resident.faulty(
              DetachForgetsForkedChildren::new,
              "SHARED.free-last/detach",
              "Has no devmap_dup: what a forked child has mapped it does not know."),
          Resident.faulty(
              NeverDetaches::new,
              "SHARED.free-last/detach",
              "Refuses to detach once its device was mapped."),
          Resident.faulty(
              GivesEachApplicationItsOwnArea::new,
              "SHARED.allocate-once/one-area",
              "Allocates an area for each application."));

  private FaultySharing() {}
}
