package umemtck.conformance.zoo;

import java.util.List;

/** Who sins against ddi_umem_unlock: at once, or by the worker. */
final class FaultyUnlocking {
  static final List<Resident> RESIDENTS =
      List.of(
          Resident.faultyInIllumos(
              NeverCredits::new,
              "UNLOCK.releases/charge",
              "Unpins, and does not give the charge back."),
          Resident.faulty(
              ForgetsToUnpin::new,
              "UNLOCK.releases/pins",
              "Gives the charge back, and forgets the pages."),
          Resident.faulty(
              ForgetsToUnpinTheLastPage::new,
              "UNLOCK.releases/pins",
              "Unpins all pages of a lock but the last."),
          Resident.faultyInIllumos(
              DefersUnlocksOfKernelThreads::new,
              "UNLOCK.immediate/usage",
              "Lets the worker do the unlocks of kernel threads too, as it does those of interrupts."),
          Resident.faulty(
              NeverDoesQueuedUnlocks::new,
              "UNLOCK.deferred-eventually/settled",
              "Queues unlocks from interrupts, and has no worker."),
          Resident.faulty(
              LosesTheWakeUp::new,
              "UNLOCK.deferred-eventually/settled",
              "Wakes its worker only when the queue was empty, and the worker does one unlock each time that it is woken."),
          Resident.faulty(
              CreditsWhenItQueues::new,
              "UNLOCK.releases/pins",
              "Gives the charge back when an unlock is queued, while its pages are still pinned."),
          Resident.faulty(
              CreditsQueuedUnlocksAtTheLimit::new,
              "UNLOCK.credit-when-real/limit",
              "Gives the charges of queued unlocks back early when a lock would exceed a limit."),
          Resident.faulty(
              CreditsWhoeverUnlocks::new,
              "UNLOCK.any-thread/other-process",
              "Gives the charge back to the process that unlocks, and its project."),
          Resident.faultyInIllumos(
              KernelThreadsCreditNobody::new,
              "UNLOCK.any-thread/kernel",
              "Looks for a user process to credit, and finds none in a kernel thread."),
          Resident.faulty(
              UnlockWakesNobody::new,
              "UNLOCK.wakes-waiters/munmap",
              "Unpins, and does not tell those who wait for the pages."),
          Resident.faulty(
              UnlockPanicsInAnInterrupt::new,
              "UNLOCK.interrupt-level/interrupt",
              "Panics when something is unlocked in an interrupt."),
          Resident.faulty(
              UnlockNeedsAUserProcess::new,
              "UNLOCK.interrupt-level/kernel",
              "Panics when something is unlocked by a kernel thread."),
          Resident.faulty(
              UnlocksAllocationsInSilence::new,
              "UNLOCK.alloc-cookie/diagnosed",
              "Takes the cookie of an allocation for nothing, and returns."));

  private FaultyUnlocking() {}
}
