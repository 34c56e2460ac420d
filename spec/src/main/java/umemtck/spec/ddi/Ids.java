package umemtck.spec.ddi;

/**
 * The numbers of what is there when a machine has booted. Others are created, and numbered by the
 * subject.
 */
public final class Ids {
  /** The process that makes every call, where there is no other. */
  public static final long PROCESS = 1;

  /**
   * The default project of {@link #ZONE}, in which {@link #PROCESS} is. The default project of a
   * zone has the number of the zone; no other project has the number of a zone.
   */
  public static final long PROJECT = 0;

  /** The zone that is there. */
  public static final long ZONE = 0;

  private Ids() {}
}
