package umemtck.spec.ddi;

/** How an application shares what it maps: the {@code flags} of {@code mmap(2)}. */
public final class MapFlag {
  /** Stores are seen by everybody. */
  public static final int MAP_SHARED = 0x1;

  /** Stores are the process's own. */
  public static final int MAP_PRIVATE = 0x2;

  private MapFlag() {}
}
