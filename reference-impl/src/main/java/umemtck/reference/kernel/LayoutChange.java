package umemtck.reference.kernel;

/**
 * A change of an address space that needs its pages unlocked.
 *
 * @param event what happens
 * @param proc whose
 * @param range the pages that it takes away or protects
 * @param prot bits of {@link umemtck.spec.ddi.Prot}, for SETPROT
 */
public record LayoutChange(Event event, Proc proc, PageRange range, int prot) {
  /** The events of an address space. */
  public enum Event {
    /** munmap. */
    UNMAP,
    /** mprotect. */
    SETPROT,
    /** exit: the whole space is freed. */
    FREE
  }
}
