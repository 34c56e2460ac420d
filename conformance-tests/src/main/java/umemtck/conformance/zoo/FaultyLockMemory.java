package umemtck.conformance.zoo;

import java.util.List;

/** Who sins against umem_lockmemory, and in calling cleanup functions. */
final class FaultyLockMemory {
  static final List<Resident> RESIDENTS =
      List.of(
          Resident.faulty(
              LockmemoryAnswersEfaultForNoAccess::new,
              "LOCKMEM.as-lock/errors",
              "Gives EFAULT where ddi_umem_lock gives EACCES."),
          Resident.faulty(
              LockmemoryIsFree::new,
              "LOCKMEM.as-lock/charge",
              "Does not charge what umem_lockmemory locks."),
          Resident.faultyInIllumos(
              LockmemoryDoesNotPin::new,
              "LOCKMEM.as-lock/pins",
              "Brings the pages of umem_lockmemory in, and does not pin them."),
          Resident.faulty(
              LockmemoryKeepsAFailedCharge::new,
              "LOCKMEM.as-lock/rollback",
              "Keeps the charge of a umem_lockmemory that fails behind the limit."),
          Resident.faulty(
              LockmemoryIgnoresUnknownFlags::new,
              "LOCKMEM.flags/unknown-bit",
              "Ignores the bits of umem_lockmemory that it does not know."),
          Resident.faulty(
              TakesLongtermForAnAccess::new,
              "LOCKMEM.flags/no-access-flag",
              "Is content with any flag, LONGTERM alone too."),
          Resident.faultyInIllumos(
              RefusesTheNullProcess::new,
              "LOCKMEM.proc-null/current",
              "Refuses a umem_lockmemory that names no process."),
          Resident.faultyInIllumos(
              AcceptsLongtermWithoutAFunction::new,
              "LOCKMEM.longterm-needs-callback/einval",
              "Takes LONGTERM without a cleanup function."),
          Resident.faultyInIllumos(
              AcceptsAnyVectorVersion::new,
              "LOCKMEM.callback-version/einval",
              "Does not look at the version of the callback vector."),
          Resident.faultyInIllumos(
              AlwaysWantsAVector::new,
              "LOCKMEM.callback-optional/null-vector",
              "Refuses a NULL vector without LONGTERM too."),
          Resident.faulty(
              AcceptsLongtermOnASharedFile::new,
              "LOCKMEM.longterm-shared-file/efault",
              "Does not ask what is mapped where LONGTERM is wanted."),
          Resident.faulty(
              AsksTheFirstMappingAlone::new,
              "LOCKMEM.longterm-shared-file/efault",
              "Asks the first mapping of a range alone whether it is a file mapped shared."),
          Resident.faulty(
              KeepsTheChargeOfALongtermRefused::new,
              "LOCKMEM.longterm-shared-file/undone",
              "Refuses LONGTERM over a shared file last of all, and keeps the charge."),
          Resident.faultyInIllumos(
              RefusesLongtermOnDevices::new,
              "LOCKMEM.longterm-seg-kinds/accepted",
              "Has a list of what LONGTERM is for, and devices are not on it."),
          Resident.faultyInIllumos(
              RefusesEveryLongterm::new,
              "LOCKMEM.longterm-seg-kinds/accepted",
              "Answers EFAULT to LONGTERM, whatever is mapped."),
          Resident.faulty(
              ScansAPageTooFar::new,
              "LOCKMEM.longterm-range-only/beside",
              "Looks at the page behind the range too when it looks for files mapped shared."),
          Resident.faulty(
              MunmapCallsNobody::new,
              "LOCKMEM.events/munmap",
              "Lets munmap wait, and calls no cleanup function."),
          Resident.faulty(
              MprotectCallsNobody::new,
              "LOCKMEM.events/mprotect",
              "Lets mprotect wait, and calls no cleanup function."),
          Resident.faulty(
              ExitCallsNobody::new,
              "LOCKMEM.events/exit",
              "Lets exit wait, and calls no cleanup function."),
          Resident.faultyInIllumos(
              CallsTwice::new,
              "LOCKMEM.callback-at-most-once/once",
              "Calls a cleanup function once more if the lock is still there when it comes back."),
          Resident.faulty(
              CallsWithAPointerToTheCookie::new,
              "LOCKMEM.callback-argument/cookie",
              "Passes a cleanup function where the cookie is, and not the cookie."),
          Resident.faultyInIllumos(
              HoldsALockOverTheCallback::new,
              "LOCKMEM.callback-context/unlock-inside",
              "Holds the lock that an unlock needs while a cleanup function runs."),
          Resident.faultyInIllumos(
              CallsFromAThreadOfItsOwn::new,
              "LOCKMEM.callback-context/in-thread",
              "Hands cleanup functions to a thread of its own, and waits until it is through."),
          Resident.faultyInIllumos(
              EventGoesOnBehindTheCallback::new,
              "LOCKMEM.event-waits-for-unlock/waits",
              "Takes a lock whose cleanup function was called for unlocked, and goes on."),
          Resident.faultyInIllumos(
              CreditsBehindTheCallback::new,
              "LOCKMEM.unlock-still-required/charge-stays",
              "Gives the charge back when a cleanup function was called, and not at the unlock."),
          Resident.faultyInIllumos(
              UnlocksBehindTheCallback::new,
              "LOCKMEM.event-waits-for-unlock/waits",
              "Unlocks by itself when a cleanup function was called."),
          Resident.faultyInIllumos(
              UnlockDoesNotCancel::new,
              "LOCKMEM.unlock-cancels/never-runs",
              "Calls the cleanup functions of locks that were unlocked long ago."),
          Resident.faultyInIllumos(
              KeepsTheChargeOfAFailedRegistration::new,
              "LOCKMEM.registration-failure/fault",
              "Keeps the charge when a callback cannot be registered."),
          Resident.faultyInIllumos(
              KeepsThePagesOfAFailedRegistration::new,
              "LOCKMEM.registration-failure/fault",
              "Keeps the pages pinned when a callback cannot be registered."),
          Resident.faultyInIllumos(
              RegistersWithWhoIsLeaving::new,
              "LOCKMEM.registration-failure/exiting",
              "Puts a callback on the list of a process whose exit has read it already, and succeeds."),
          Resident.faultyInIllumos(
              ReusesACookieUnderItsCallback::new,
              "COOKIE.refcount-with-callback/not-reused",
              "Gives the smallest cookie that no lock has, also while the function of its old lock still runs."));

  private FaultyLockMemory() {}
}
