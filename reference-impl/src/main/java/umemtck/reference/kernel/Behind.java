package umemtck.reference.kernel;

/** The page that an application sees through a page of a device. */
public sealed interface Behind {
  /**
   * A page of kernel memory.
   *
   * @param page its number in the address space of the kernel
   */
  record OfKernel(long page) implements Behind {}

  /**
   * A page of a process that a driver has locked.
   *
   * @param page the page itself
   */
  record OfProcess(UserPage page) implements Behind {}

  /** The one page that everything made with DDI_UMEM_TRASH shows. */
  record Junk() implements Behind {}
}
