package umemtck.conformance.plan;

import umemtck.spec.ddi.Context;

/** One thing to do about bufs. Bufs are named by the steps that set them up. */
public sealed interface BufStep extends Step {
  /** Of the buf that it is about. */
  int name();

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
   * @param context of the caller
   */
  record Free(int name, Context context) implements BufStep {
    /** Who does not say is in user context. */
    public Free {
      context = context == null ? Context.USER : context;
    }

    /** In user context. */
    public Free(int name) {
      this(name, Context.USER);
    }
  }

  /**
   * The memory of the cookie is marked, a device transfers the buf, and the memory is looked at.
   *
   * @param name of the buf
   */
  record Transfer(int name) implements BufStep {}

  /**
   * A device transfers the buf, and nothing else is stored or looked at.
   *
   * @param name of the buf
   * @param value what it stores, or compares with
   */
  record Device(int name, int value) implements BufStep {}
}
