package umemtck.reference.model;

import java.util.ArrayList;
import java.util.List;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Holder;

/** Who is to blame if what is counted is wrong: whatever was done last; the most telling first. */
final class UsageBlame {
  private final ModelConfig config;
  private final Locking s;
  private final Call.GetLocked g;
  private final long least;
  private final long most;
  private final long got;
  private final List<String> facets = new ArrayList<>();

  UsageBlame(ModelConfig config, Locking s, Call.GetLocked g, long least, long most, long got) {
    this.config = config;
    this.s = s;
    this.g = g;
    this.least = least;
    this.most = most;
    this.got = got;
  }

  List<Breach> breaches() {
    String expected =
        Long.toUnsignedString(least)
            + (least == most ? "" : " to " + Long.toUnsignedString(most))
            + " bytes counted for "
            + g.of()
            + " "
            + g.id()
            + "; found "
            + Long.toUnsignedString(got);
    if (got < 0 && least >= 0) {
      facets.add("ACCT.non-negative/usage");
    }
    if (!binds()) {
      facets.add(quality());
      return facets.stream().map(f -> new Breach(f, expected)).toList();
    }
    Done done = s.done();
    Lock l = done.lock();
    switch (done.deed()) {
      case OVERLAPPED -> facets.add(OverlapBlame.ATOMIC);
      case LOCKED -> locked(l);
      case DENIED, DENIED_BY_ZONE -> denied(done.deed());
      case FAILED, REFUSED -> failed(done, l);
      case UNLOCKED -> unlocked(done, l);
      case FREED -> facets.add("FREE.locked-cookie-unlocks/acts-as-unlock");
      case QUEUED -> queued(done, l);
      case SETTLED -> settled(l);
      case MOVED, ZONE_ENTERED -> moved(done.deed(), l);
      case MOVE_DENIED -> facets.add("ACCT.move-denied/nothing-moves");
      case EXITED -> facets.add("ACCT.exit/nothing-left");
      case MLOCKED -> facets.add("ACCT.shared-counter/counted");
      case LIMIT_LOWERED -> facets.add("ACCT.limit-lowered/old-locks-stay");
      case LIMITED -> limited();
      case ALLOCATED -> facets.add("ALLOC.not-charged/usage");
      case CALLED_BACK -> facets.add("LOCKMEM.unlock-still-required/charge-stays");
      case SET_UP -> facets.add("IOSETUP.no-charge/usage");
      case NOTHING -> {}
    }
    if (!facets.contains("UNLOCK.deferred-fifo/order")) {
      facets.add("ACCT.conservation/" + g.of().name().toLowerCase(java.util.Locale.ROOT));
    }
    return facets.stream().distinct().map(f -> new Breach(f, expected)).toList();
  }

  /** What is counted for a process, an allocation or a buf, is a quality in documented. */
  private boolean binds() {
    Deed deed = s.done().deed();
    return config.profile() == Profile.ILLUMOS
        || (g.of() != Holder.PROCESS && deed != Deed.ALLOCATED && deed != Deed.SET_UP);
  }

  private String quality() {
    if (g.of() == Holder.PROCESS) {
      return "ACCT.conservation/process";
    }
    return s.done().deed() == Deed.SET_UP ? "IOSETUP.no-charge/usage" : "ALLOC.not-charged/usage";
  }

  private boolean concerns(Lock l) {
    return Usage.belongs(l, g.of(), g.id());
  }

  private void locked(Lock l) {
    boolean forOther = l.lockmemory() && s.done().by() != l.proc();
    if (!concerns(l)) {
      if (forOther) {
        facets.add("ACCT.owner-not-caller/charge");
      }
      return;
    }
    boolean overlaps =
        s.locks().stream()
            .anyMatch(
                o -> o.of() != l.of() && o.space() == l.space() && o.where().touches(l.where()));
    boolean uncounted = got == least - (l.charged() == Charged.YES ? l.len() : 0);
    // Where nothing is limited it is not this call alone that goes uncounted (K-03).
    if (l.lockmemory() && !(uncounted && unlimited(l))) {
      facets.add("LOCKMEM.as-lock/charge");
    }
    facets.add(overlaps || uncounted ? "ACCT.full-price/overlap" : "ACCT.exact-size/charge");
  }

  private boolean unlimited(Lock l) {
    Usage u = new Usage(config, s);
    return isNone(u.limit(Holder.PROJECT, l.project())) && isNone(u.limit(Holder.ZONE, l.zone()));
  }

  private static boolean isNone(Long limit) {
    return limit == null || limit == Usage.UNLIMITED;
  }

  private void denied(Deed deed) {
    boolean both = deed == Deed.DENIED_BY_ZONE ? g.of() != Holder.ZONE : g.of() == Holder.ZONE;
    if (both) {
      facets.add(
          deed == Deed.DENIED_BY_ZONE
              ? "ACCT.both-or-nothing/zone-denies"
              : "ACCT.both-or-nothing/project-denies");
    }
    facets.add("ACCT.no-trace-on-deny/counters");
  }

  private void failed(Done done, Lock asked) {
    if (done.why().startsWith("LOCKMEM.registration-failure/")) {
      facets.add(done.why());
    }
    if (done.why().equals("LOCKMEM.longterm-shared-file/efault")) {
      facets.add("LOCKMEM.longterm-shared-file/undone");
    }
    facets.add("LOCK.rollback/usage");
    if (asked.lockmemory()) {
      facets.add("LOCKMEM.as-lock/rollback");
    }
  }

  private void unlocked(Done done, Lock l) {
    unlocker(done, l);
    afterMove(l);
    if (!concerns(l)) {
      return;
    }
    boolean uncredited = got == least + l.len();
    if (uncredited && done.context() != Context.INTERRUPT) {
      facets.add("UNLOCK.immediate/usage");
    }
    facets.add(uncredited ? "UNLOCK.releases/charge" : "ACCT.exact-size/credit");
    if (l.cleanup() == Cleanup.RUNNING || l.cleanup() == Cleanup.DONE) {
      facets.add("LOCKMEM.unlock-still-required/one-unlock");
    }
  }

  private void afterMove(Lock l) {
    if (s.proc(l.proc()) != null && s.proc(l.proc()).moved()) {
      facets.add("ACCT.credit-same-party/after-move");
    }
  }

  private void unlocker(Done done, Lock l) {
    if (done.by() != l.proc()) {
      facets.add("UNLOCK.any-thread/other-process");
    }
    if (done.context() == Context.KERNEL) {
      facets.add("UNLOCK.any-thread/kernel");
    }
  }

  private void queued(Done done, Lock l) {
    unlocker(done, l);
    afterMove(l);
    if (concerns(l)) {
      facets.add(
          got == least - l.len() ? "UNLOCK.credit-when-real/usage" : "ACCT.exact-size/credit");
    }
  }

  private void settled(Lock l) {
    if (s.gate().held() && tooMany()) {
      facets.add("UNLOCK.deferred-fifo/order");
      return;
    }
    boolean undone = concerns(l) && got == least + l.len() && !s.gate().held();
    if (!undone) {
      afterMove(l);
    }
    if (concerns(l)) {
      facets.add(undone ? "UNLOCK.deferred-eventually/settled" : "ACCT.exact-size/credit");
    }
  }

  /** Whether the worker has done more at once than it was let. */
  private boolean tooMany() {
    long rest = least - got;
    for (Lock l : s.locks()) {
      if (l.stage() == Stage.QUEUED && concerns(l) && rest != 0) {
        rest -= l.len();
      }
    }
    return got != least && rest == 0;
  }

  /** Whether what was found uncounted counts now is only recorded. */
  private void limited() {
    if (s.locks().stream().anyMatch(l -> l.charged() == Charged.NO && concerns(l))) {
      facets.add("ACCT.limit-imposed-later/uncounted");
    }
  }

  private void moved(Deed deed, Lock who) {
    if (config.profile() == Profile.DOCUMENTED) {
      return; // K-05: it stays where it is; who says otherwise breaks the sum.
    }
    if (deed == Deed.ZONE_ENTERED) {
      facets.add("ACCT.zone-move/usage");
      return;
    }
    boolean mlocked = s.mlocked().stream().anyMatch(m -> m.proc() == who.proc());
    if (mlocked) {
      facets.add("ACCT.move-carries-charge/mlocked");
    }
    if (s.locks().stream().anyMatch(l -> l.proc() == who.proc())) {
      facets.add("ACCT.move-carries-charge/locks");
    }
  }
}
