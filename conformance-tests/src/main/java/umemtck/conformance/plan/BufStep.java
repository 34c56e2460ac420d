package umemtck.conformance.plan;

import umemtck.spec.ddi.Context;

/** One thing to do about bufs. Bufs are named by the steps that set them up. */
public sealed interface BufStep extends Step {

  /**
   * {@code ddi_umem_iosetup}. What the buf carries is looked at.
   *
   * @param name by which later steps know the buf
   * @param cookie name of an allocation, or of a lock
   * @param locked whether it is that of a lock
   * @param off where the buf begins; {@link Size.Base#COOKIE} counts from the end of the memory
   * @param len how long it is; the same
   * @param direction bits of {@link umemtck.spec.ddi.BufFlag}
   * @param sleepflag {@code DDI_UMEM_SLEEP}, {@code DDI_UMEM_NOSLEEP}, or what is neither
   * @param context of the caller
   */
  record Setup(
      int name,
      int cookie,
      boolean locked,
      Size off,
      Size len,
      int direction,
      int sleepflag,
      Context context)
      implements BufStep {}

  /**
   * {@code freerbuf}.
   *
   * @param name of the buf
   */
  record Free(int name) implements BufStep {}

  /**
   * The memory of the cookie is marked, a device transfers the buf, and the memory is looked at.
   *
   * @param name of the buf
   */
  record Transfer(int name) implements BufStep {}
}
