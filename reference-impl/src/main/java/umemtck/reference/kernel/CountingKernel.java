package umemtck.reference.kernel;

import umemtck.spec.Profile;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.Holder;
import umemtck.spec.subject.LockedMemory;
import umemtck.spec.subject.Projects;
import umemtck.spec.subject.Waits;

/** Counts locked memory for processes, projects and zones, and moves processes between them. */
abstract class CountingKernel extends AllocKernel implements Projects, LockedMemory {
  private final LockedMemoryCounts counts = new LockedMemoryCounts();
  private final Population population = new Population();

  CountingKernel(KernelOptions options, Waits waits) {
    super(options, waits);
  }

  // ---- The steps of a charge and a credit.

  /** Whether bytes may be counted for both, the project and the zone (ACCT.both-or-nothing). */
  protected boolean admits(Party whom, long bytes) {
    return !exceeds(Holder.PROJECT, whom.project(), bytes)
        && !exceeds(Holder.ZONE, whom.zone(), bytes);
  }

  /** The limit test: the usage and the bytes together (ACCT.includes-request, ACCT.overflow). */
  protected boolean exceeds(Holder of, long id, long bytes) {
    long after = counts.used(of, id) + bytes;
    return Long.compareUnsigned(after, bytes) < 0
        || Long.compareUnsigned(after, counts.limit(of, id)) > 0;
  }

  /** Whether neither the project nor the zone has a limit. */
  protected boolean isUnlimited(Party whom) {
    return counts.limit(Holder.PROJECT, whom.project()) == UNLIMITED
        && counts.limit(Holder.ZONE, whom.zone()) == UNLIMITED;
  }

  /** Counts bytes (1) or no longer counts them (-1), for all three. */
  protected void count(Party whom, long bytes, int sign) {
    addLocked(Holder.PROJECT, whom.project(), sign * bytes);
    addLocked(Holder.ZONE, whom.zone(), sign * bytes);
    addLocked(Holder.PROCESS, whom.proc(), sign * bytes);
  }

  /** Adds to what is counted for one of them; bytes may be negative. */
  protected void addLocked(Holder of, long id, long bytes) {
    counts.add(of, id, bytes);
  }

  /**
   * Who carries now what was charged to somebody: still the same (2006), or whomever the process is
   * counted for now (K-05).
   */
  protected Party carrier(Proc owner, Party charged) {
    return carriesCharge() ? owner.party() : charged;
  }

  // ---- The steps of a move.

  /** Whether what is counted for a process moves with it (K-05). */
  protected boolean carriesCharge() {
    return options().profile() == Profile.ILLUMOS;
  }

  /** Whether a project refuses a process with what is counted for it (ACCT.move-denied). */
  protected boolean deniesMove(Proc p, long project) {
    return carriesCharge() && exceeds(Holder.PROJECT, project, counts.used(Holder.PROCESS, p.id()));
  }

  /** Moves what is counted for a process (ACCT.move-carries-charge, ACCT.zone-move). */
  protected void moveCharge(Party from, Party to) {
    long bytes = counts.used(Holder.PROCESS, from.proc());
    addLocked(Holder.PROJECT, from.project(), -bytes);
    addLocked(Holder.ZONE, from.zone(), -bytes);
    addLocked(Holder.PROJECT, to.project(), bytes);
    addLocked(Holder.ZONE, to.zone(), bytes);
  }

  private void move(Proc p, long project, long zone) {
    Party from = p.party();
    p.move(project, zone);
    if (carriesCharge()) {
      moveCharge(from, p.party());
    }
  }

  // ---- The roles.

  @Override
  public synchronized int settaskid(long proc, long project) {
    mustBeUp();
    Proc p = proc(proc);
    long zone = population.zoneOf(project);
    if (zone != p.party().zone()) {
      throw new IllegalArgumentException("project " + project + " is in zone " + zone);
    }
    if (project != p.party().project() && deniesMove(p, project)) {
      return Errno.EAGAIN;
    }
    move(p, project, zone);
    return 0;
  }

  @Override
  public synchronized int zoneEnter(long proc, long zone) {
    mustBeUp();
    population.mustBeZone(zone);
    move(proc(proc), zone, zone);
    return 0;
  }

  @Override
  public synchronized long newProject(long zone) {
    mustBeUp();
    return population.newProject(zone);
  }

  @Override
  public synchronized long newZone() {
    mustBeUp();
    return population.newZone();
  }

  @Override
  public synchronized void setLimit(Holder of, long id, long bytes) {
    mustBeUp();
    counts.setLimit(of, id, bytes);
  }

  @Override
  public synchronized long getLimit(Holder of, long id) {
    return counts.limit(of, id);
  }

  @Override
  public synchronized long getLocked(Holder of, long id) {
    return counts.used(of, id);
  }

  /** A process by its number. */
  protected final Proc proc(long id) {
    return population.proc(id);
  }

  final Population population() {
    return population;
  }
}
