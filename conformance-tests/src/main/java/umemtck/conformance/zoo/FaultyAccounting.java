package umemtck.conformance.zoo;

import java.util.List;

/** Who sins in counting locked memory. */
final class FaultyAccounting {
  static final List<Resident> RESIDENTS =
      List.of(
          Resident.faulty(
              ChargesDistinctPages::new,
              "ACCT.full-price/overlap",
              "Charges only pages that nobody has locked."),
          Resident.faulty(
              ChargesPagesInsteadOfBytes::new,
              "ACCT.exact-size/charge",
              "Counts pages where bytes are due."),
          Resident.faulty(
              ChargesAPageForItself::new,
              "ACCT.exact-size/charge",
              "Charges a page more than was asked for, for its own tables."),
          Resident.faulty(
              CreditsAPageTooFew::new,
              "ACCT.exact-size/credit",
              "Gives a page less back than it had charged."),
          Resident.faulty(
              ChargesTheFirstProject::new,
              "ACCT.conservation/project",
              "Charges the project that was there at boot, whatever project a process is in."),
          Resident.faulty(
              CreditsTwice::new,
              "ACCT.non-negative/usage",
              "Gives a charge back when the pages are unpinned, and once more behind that."),
          Resident.faulty(
              IgnoresTheProjectLimit::new, "ACCT.project-limit/refused", "Asks the zone alone."),
          Resident.faultyInIllumos(
              IgnoresTheZoneLimit::new, "ACCT.zone-limit/refused", "Asks the project alone."),
          Resident.faultyInIllumos(
              HoldsAProjectAgainstTheZone::new,
              "ACCT.zone-limit/over-projects",
              "Holds the usage of one project against the limit of the zone."),
          Resident.faultyInIllumos(
              ChargesTheProjectBeforeItAsksTheZone::new,
              "ACCT.both-or-nothing/zone-denies",
              "Charges the project, asks the zone then, and forgets the charge when the zone denies."),
          Resident.faulty(
              TestsTheUsageWithoutTheRequest::new,
              "ACCT.includes-request/sum",
              "Tests whether the usage is above the limit before the request."),
          Resident.faulty(
              KeepsTheLastByteOfALimit::new,
              "ACCT.exactly-at-limit/project",
              "Refuses what would make the usage equal to the limit."),
          Resident.faulty(
              BringsInBeforeItAsksTheLimit::new,
              "ACCT.test-before-lock/nothing-faulted-in",
              "Brings the pages of a lock in before it tests the limit."),
          Resident.faulty(
              WorkerWritesAnOldUsageBack::new,
              "ACCT.exact-size/credit",
              "Reads the usage when an unlock is queued, and writes it back, less the charge, when the worker does it."),
          Resident.faulty(
              AnswersEagainForADenial::new,
              "ACCT.errno/enomem",
              "Answers EAGAIN, as mlock does, where a limit denies a lock."),
          Resident.faulty(
              CountsWhatItDenies::new,
              "ACCT.no-trace-on-deny/counters",
              "Counts first, tests then, and leaves a page of what it denies counted."),
          Resident.faulty(
              DenialTakesACookie::new,
              "ACCT.no-trace-on-deny/cookies",
              "Takes a cookie before it tests the limit, and does not give it back."),
          Resident.faulty(
              AddsWithoutLookingForOverflow::new,
              "ACCT.overflow/refused",
              "Adds a len near the largest size_t to the usage, and to addr, and both wrap to something small."),
          Resident.faultyInIllumos(
              MlockIsNotCounted::new,
              "ACCT.shared-counter/counted",
              "Counts what drivers lock, and not what applications mlock."),
          Resident.faultyInIllumos(
              MlockCountsTwice::new,
              "ACCT.shared-counter/counted",
              "Counts a page each time that it is mlocked, and once when it is munlocked."),
          Resident.faultyInIllumos(
              MlockHasNoLimit::new,
              "ACCT.shared-counter/one-limit",
              "Counts what is mlocked, and does not hold it against the limit."),
          Resident.faultyInIllumos(
              LoweringALimitUnlocks::new,
              "ACCT.limit-lowered/old-locks-stay",
              "Unlocks the newest locks of a project until they fit when its limit is lowered."),
          Resident.faultyInIllumos(
              PassesEverythingOnceOver::new,
              "ACCT.limit-lowered/new-refused",
              "Takes a project that is above its limit for one that has none."),
          Resident.faultyInIllumos(
              HasALimitByDefault::new,
              "ACCT.infinite-default/project",
              "Boots with a limit of the default project."),
          Resident.faulty(
              CreditsWhereTheProcessIsNow::new,
              "ACCT.credit-same-party/after-move",
              "Leaves the charge in the project that a process leaves, and credits the one that it has joined."),
          Resident.faultyInIllumos(
              MoveLeavesTheChargeBehind::new,
              "ACCT.move-carries-charge/locks",
              "Leaves what a process has locked counted where it was when it joins another project."),
          Resident.faultyInIllumos(
              MoveForgetsWhatIsMlocked::new,
              "ACCT.move-carries-charge/mlocked",
              "Takes the charges of locks along, and leaves what is mlocked behind, when a process joins another project."),
          Resident.faultyInIllumos(
              MovesIntoAFullProject::new,
              "ACCT.move-denied/errno",
              "Lets a process take its charge into a project that has no room for it."),
          Resident.faultyInIllumos(
              MovesTheChargeItDenies::new,
              "ACCT.move-denied/nothing-moves",
              "Moves the charge, tests the limit then, and forgets the charge when it denies the move."),
          Resident.faultyInIllumos(
              ZoneEntryCarriesNothing::new,
              "ACCT.zone-move/usage",
              "Leaves what a process has locked counted where it was when it enters a zone."),
          Resident.faultyInIllumos(
              ExitForgetsWhatIsMlocked::new,
              "ACCT.exit/nothing-left",
              "Frees the address space of a process that exits, and leaves what was mlocked counted."),
          Resident.faulty(
              ChargesWhoeverCallsLockmemory::new,
              "ACCT.owner-not-caller/charge",
              "Charges the process that calls umem_lockmemory, and its project, for the pages of another."),
          Resident.faultyInIllumos(
              AllocationIsCharged::new,
              "ALLOC.not-charged/usage",
              "Counts what ddi_umem_alloc gives as locked memory of the project."));

  private FaultyAccounting() {}
}
