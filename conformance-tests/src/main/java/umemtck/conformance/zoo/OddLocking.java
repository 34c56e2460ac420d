package umemtck.conformance.zoo;

import java.util.List;

/** Who locks oddly, and keeps the contract. */
final class OddLocking {
  static final List<Resident> RESIDENTS =
      List.of(
          Resident.legal(DefersEveryUnlock::new, "Lets the worker do every unlock."),
          Resident.legalInIllumos(NeverDefers::new, "Unlocks at once in an interrupt too."),
          Resident.legalInIllumos(
              DoesTheNewestUnlockFirst::new, "Does queued unlocks in the reverse order."),
          Resident.legal(RefusesReadWithWrite::new, "Answers EINVAL to READ and WRITE together."),
          Resident.legal(CallsLengthZeroInvalid::new, "Answers EINVAL to a lock with len 0."),
          Resident.legal(
              LayoutChangesDoNotWait::new,
              "Lets munmap, mprotect and exit take pages that are locked."),
          Resident.legal(
              IsShortAtTimes::new,
              "Is short of lockable memory at every fourth lock, answers EAGAIN, and offers no FAULTS."),
          Resident.legalInIllumos(
              OffersNoLockFaults::new, "Cannot make a step of a lock fail, nor hold its worker."),
          Resident.legalInIllumos(
              ChargesWithoutALimit::new,
              "Charges locks though neither the project nor the zone has a limit."),
          Resident.legalInIllumos(
              RegistersLongtermAlone::new,
              "Does not register the function of a lock without LONGTERM."),
          Resident.legal(
              LocksAlone::new,
              "Offers locks of two kinds of memory, as behind an ioctl: no world to arrange, no usage to read, no way to see it wait."),
          Resident.legalInIllumos(
              ReusesLockCookiesAtOnce::new,
              "Gives the cookie of the newest lock that is over to the next one."),
          Resident.legalInIllumos(
              LooksAtTheRangeBeforeTheLimit::new,
              "Finds a range that is not mapped before it finds a limit that would be exceeded."),
          Resident.legal(
              LooksAtTheRangeBeforeTheFlags::new,
              "Finds a range that is not mapped before it finds flags that have no meaning."),
          Resident.legal(
              CallsForPagesBeside::new,
              "Calls the functions of all locks of a process, also of those that an event does not touch."));

  private OddLocking() {}
}
