package umemtck.spec.subject;

/**
 * Where the kit maps memory into processes; the same in each.
 *
 * @param base address of the first byte, a multiple of the page size
 * @param pages how many; 0 where nothing can be mapped
 */
public record Window(long base, long pages) {
  /** No window. */
  public static final Window NONE = new Window(0, 0);
}
