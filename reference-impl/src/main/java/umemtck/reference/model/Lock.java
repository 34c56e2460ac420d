package umemtck.reference.model;

/**
 * What a lock cookie describes.
 *
 * @param cookie not 0
 * @param of the number of the call that locked
 * @param proc whose pages
 * @param space the address space of that process
 * @param project that carries the charge
 * @param zone that carries the charge
 * @param where the pages
 * @param flags bits of {@link umemtck.spec.ddi.UmemLockFlag}
 * @param charged whether it is counted
 * @param stage how far its unlock has come
 * @param cleanup what becomes of its cleanup function
 * @param lockmemory whether {@code umem_lockmemory} made it
 * @param cancelled whether it was unpinned before an event that is out could pick it
 *     (LOCKMEM.unlock-cancels)
 */
public record Lock(
    long cookie,
    int of,
    long proc,
    long space,
    long project,
    long zone,
    Extent where,
    int flags,
    Charged charged,
    Stage stage,
    Cleanup cleanup,
    boolean lockmemory,
    boolean cancelled) {

  /** What was asked for and refused: whose, and by which call. */
  static Lock asked(Proc owner, boolean lockmemory) {
    return new Lock(
        0,
        0,
        owner.id(),
        owner.space(),
        owner.project(),
        owner.zone(),
        new Extent(0, 0),
        0,
        Charged.NO,
        Stage.GONE,
        Cleanup.NONE,
        lockmemory,
        false);
  }

  /** Bytes: what it is charged. */
  public long len() {
    return where.len();
  }

  /** First byte of its pages. */
  public long addr() {
    return where.addr();
  }

  /** Whether its pages are pinned. */
  public boolean pinned() {
    return stage == Stage.HELD || stage == Stage.QUEUED;
  }

  /** Whether it is counted at all still. */
  boolean counts() {
    return stage != Stage.GONE;
  }

  Lock in(Stage next) {
    return new Lock(
        cookie,
        of,
        proc,
        space,
        project,
        zone,
        where,
        flags,
        charged,
        next,
        cleanup,
        lockmemory,
        cancelled);
  }

  /** No event picks it any more. */
  Lock cancel() {
    return new Lock(
        cookie,
        of,
        proc,
        space,
        project,
        zone,
        where,
        flags,
        charged,
        stage,
        cleanup,
        lockmemory,
        true);
  }

  Lock with(Cleanup next) {
    return new Lock(
        cookie,
        of,
        proc,
        space,
        project,
        zone,
        where,
        flags,
        charged,
        stage,
        next,
        lockmemory,
        cancelled);
  }

  Lock with(Charged next) {
    return new Lock(
        cookie,
        of,
        proc,
        space,
        project,
        zone,
        where,
        flags,
        next,
        stage,
        cleanup,
        lockmemory,
        cancelled);
  }

  Lock carriedBy(long newProject, long newZone) {
    return new Lock(
        cookie,
        of,
        proc,
        space,
        newProject,
        newZone,
        where,
        flags,
        charged,
        stage,
        cleanup,
        lockmemory,
        cancelled);
  }
}
