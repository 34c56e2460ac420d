package umemtck.conformance.zoo;

import java.util.List;

/** Who sins when calls overlap: what must be one step is two. */
final class FaultyOverlaps {
  static final List<Resident> RESIDENTS =
      List.of(
          Resident.faulty(
              FreeWakesBeforeItGives::new,
              "ALLOC.sleep-succeeds/overlapping",
              "Tells the sleepers before it gives anything back, and not again."),
          Resident.faulty(
              TestsThenTakes::new,
              "ALLOC.nosleep-null/overlapping",
              "Looks whether there is enough in one step, and takes in the next."),
          Resident.faulty(
              HandsAPageOutTwice::new,
              "ALLOC.disjoint/overlapping",
              "Finds an address in one step, and answers it in the next, whoever has taken it by then."),
          Resident.faulty(
              ZeroesBeforeItTakes::new,
              "ALLOC.zero-filled/overlapping",
              "Zeroes all free memory in one step, and takes some in the next."),
          Resident.faulty(
              ZeroesBehindTheReturn::new,
              "ALLOC.zero-filled/locked",
              "Leaves the zeroing to a thread of its own, and does not wait for it."),
          Resident.faulty(
              TwoCallersGetOneCookie::new,
              "COOKIE.valid-interval/overlapping",
              "Reads the number of the last cookie in one step, and stores the next one in the next."),
          Resident.faultyInIllumos(
              NestsTheReadLock::new,
              "LOCKMEM.as-lock/errors",
              "Enters the address space again to scan it, while it is still reading it."),
          Resident.faultyInIllumos(
              LooksThenUnmaps::new,
              "LOCK.blocks-layout-change/munmap",
              "Looks at the pins in one step, lets others in, and unmaps in the next."),
          Resident.faultyInIllumos(
              UnlockWakesOneWaiter::new,
              "UNLOCK.wakes-waiters/munmap",
              "Wakes who has waited longest for an unlock, whether that one can go on or not, and nobody else."),
          Resident.faultyInIllumos(
              MunmapFallsAsleepLate::new,
              "UNLOCK.wakes-waiters/munmap",
              "Looks at the pins in one step, and begins to listen for unlocks in the next."),
          Resident.faulty(
              LosesWhatIsQueued::new,
              "UNLOCK.deferred-eventually/settled",
              "Its worker looks into the queue in one step, and begins to listen in the next."),
          Resident.faultyInIllumos(
              TwoEventsCallOneFunction::new,
              "LOCKMEM.callback-at-most-once/once",
              "Chooses whose function to call in one step, and marks it as called in the next."),
          Resident.faulty(
              TestsThenCharges::new,
              "ACCT.atomic/overlapping",
              "Tests the limits in one step, and charges in the next."),
          Resident.faulty(
              WritesAnOldUsageBack::new,
              "ACCT.atomic/overlapping",
              "Reads the usage, and writes it back, less the credit, in the next step."),
          Resident.faultyInIllumos(
              ChargesTheProjectThenTestsTheZone::new,
              "ACCT.both-or-nothing/zone-denies",
              "Charges the project, tests the zone in the next step, and takes the charge back if it denies."),
          Resident.faultyInIllumos(
              CreditsThroughTheProcess::new,
              "ACCT.exit/nothing-left",
              "Finds whom to credit through the process, which an exit may have taken away."),
          Resident.faultyInIllumos(
              ExitLooksAtPinsAlone::new,
              "ACCT.exit/waits",
              "An exit waits until nothing is pinned, and asks nobody who is still charged."),
          Resident.faultyInIllumos(
              LoadsWhatWasRemapped::new,
              "REMAP.atomic-with-faults/overlapping",
              "Finds what a page shows in one step, and loads it in the next."),
          Resident.faulty(
              TestsBeforeTheMutex::new,
              "SHARED.allocate-once/one-area",
              "Looks whether there is an area before it has the mutex, and not again when it has it."));

  private FaultyOverlaps() {}
}
