package umemtck.conformance.zoo;

import java.util.List;

/** Who sins against ddi_umem_lock: its arguments, its pages, and what it leaves when it fails. */
final class FaultyLocking {
  static final List<Resident> RESIDENTS =
      List.of(
          Resident.faulty(
              RefusesEveryFifthLock::new,
              "LOCK.success/answer",
              "Answers every fifth lock with EAGAIN, for nothing."),
          Resident.faulty(
              ForgetsTheLockCookie::new,
              "LOCK.success/cookie",
              "Locks, answers 0, and leaves NULL in *cookiep."),
          Resident.faulty(
              PagesOutWhatIsLocked::new,
              "LOCK.success/resident",
              "Takes pages that one lock holds when memory is short."),
          Resident.faulty(
              BringsInTheFirstPageAlone::new,
              "LOCK.success/resident",
              "Brings the first page of a lock in, and leaves the others where they are."),
          Resident.faulty(
              AcceptsLongtermInAPlainLock::new,
              "LOCK.flags-unknown/einval",
              "Lets ddi_umem_lock have LONGTERM, which only umem_lockmemory knows."),
          Resident.faulty(
              IgnoresHighLockFlags::new,
              "LOCK.flags-unknown/einval",
              "Looks at the lowest byte of the flags of a lock alone."),
          Resident.faulty(
              TakesNoAccessFlagForRead::new,
              "LOCK.flags-none/einval",
              "Takes a lock with neither READ nor WRITE for one with READ."),
          Resident.faultyInIllumos(
              WantsOneLockFlagOnly::new,
              "LOCK.flags-both/accepted",
              "Compares the flags of a lock with READ and with WRITE, and refuses both together."),
          Resident.faulty(
              RoundsTheAddressDown::new,
              "LOCK.addr-aligned/einval",
              "Rounds the addr of a lock down to a page, and locks from there."),
          Resident.faulty(
              RoundsTheLengthUp::new,
              "LOCK.len-aligned/einval",
              "Rounds the len of a lock up to whole pages."),
          Resident.faultyInIllumos(
              LocksNothingForLengthZero::new,
              "LOCK.len-zero/fails",
              "Loops over no page for len 0, and succeeds."),
          Resident.faulty(
              LooksAtBothEndsOfARange::new,
              "LOCK.efault-unmapped/errno",
              "Asks whether the first and the last page of a range are mapped, and none between."),
          Resident.faulty(
              LooksAtTheFirstPageOfARange::new,
              "LOCK.efault-unmapped/errno",
              "Asks whether the first page of a range is mapped, and no other."),
          Resident.faulty(
              KeepsThePagesBeforeAHole::new,
              "LOCK.efault-unmapped/nothing-locked",
              "Locks page by page until it finds a hole, and leaves what it has locked."),
          Resident.faulty(
              WrapsAtTheEndOfTheAddressSpace::new,
              "LOCK.efault-wrap/fails",
              "Loops from addr to addr plus len, which is smaller where the range wraps, sees no page, and succeeds."),
          Resident.faulty(
              LocksWhatCannotBeLocked::new,
              "LOCK.efault-unsupported/errno",
              "Does not ask a mapping whether it can be locked."),
          Resident.faulty(
              LetsDevicesWriteWhatIsReadOnly::new,
              "LOCK.eacces/write",
              "Looks whether pages may be read, also for a lock with WRITE."),
          Resident.faulty(
              ReadsWhatMayNotBeRead::new,
              "LOCK.eacces/read",
              "Tests the protection for WRITE alone."),
          Resident.faulty(
              AnswersEfaultForNoAccess::new,
              "LOCK.eacces/write",
              "Answers EFAULT where the process lacks the access."),
          Resident.faulty(
              LetsReadDecideBesideWrite::new,
              "LOCK.write-needs-write/both",
              "Asks for read access as soon as READ is set, with WRITE too."),
          Resident.faulty(
              AlwaysWantsToWrite::new,
              "LOCK.write-needs-write/read-alone",
              "Asks for write access whatever the flags are."),
          Resident.faulty(
              PinsWhatALimitDenies::new,
              "LOCK.enomem-limit/no-page-locked",
              "Pins the pages first, tests the limit then, and forgets the pages when it denies."),
          Resident.faulty(
              CallsAShortageAFault::new,
              "LOCK.resource-shortage/errno",
              "Answers EFAULT where lockable memory is short."),
          Resident.faultyInIllumos(
              LeavesTheLockCookieUnset::new,
              "LOCK.cookie-null-on-error/cleared",
              "Stores to *cookiep only when the lock succeeds."),
          Resident.faultyInIllumos(
              LeavesACookieOfAFailedLock::new,
              "LOCK.cookie-null-on-error/cleared",
              "Makes the cookie first, and leaves it in *cookiep when the pages cannot be locked."),
          Resident.faulty(
              ForgetsToRefund::new,
              "LOCK.rollback/usage",
              "Keeps the charge of a lock that fails behind the limit."),
          Resident.faulty(
              RefundsAPageTooFew::new,
              "LOCK.rollback/usage",
              "Refunds a lock that fails up to the page that it failed at, and not that one."),
          Resident.faulty(
              RefusesAnOverlap::new,
              "LOCK.overlap/each-succeeds",
              "Refuses to lock a page that is locked already."),
          Resident.faultyInIllumos(
              UnpinsForAllLocks::new,
              "LOCK.overlap/own-unlock",
              "Has one bit for a locked page: the first unlock lets it go, whoever else has locked it."),
          Resident.faultyInIllumos(
              RefusesWhatSpansTwoMappings::new,
              "LOCK.multi-segment/one-lock",
              "Locks in one mapping alone: refuses a range that reaches from one kind into another."),
          Resident.faultyInIllumos(
              MunmapTakesLockedPages::new,
              "LOCK.blocks-layout-change/munmap",
              "Lets munmap go on though pages are locked."),
          Resident.faultyInIllumos(
              MprotectDoesNotWait::new,
              "LOCK.blocks-layout-change/mprotect",
              "Lets mprotect go on though pages are locked."),
          Resident.faultyInIllumos(
              ExitTakesLockedPages::new,
              "LOCK.blocks-layout-change/exit",
              "Lets exit go on though pages are locked."),
          Resident.faultyInIllumos(
              VforkChildWaits::new,
              "LOCK.blocks-layout-change/vfork-child",
              "Lets the exit of a vfork child wait for what its parent has locked."),
          Resident.faulty(
              LocksFromAnyContext::new,
              "LOCK.context/misuse-diagnosed",
              "Lets a lock from a kernel thread or an interrupt pass, for whatever process is current."),
          Resident.faulty(
              LockNeedsTheFirstProcess::new,
              "LOCK.context/user",
              "Panics when a process locks that was not there at boot."));

  private FaultyLocking() {}
}
