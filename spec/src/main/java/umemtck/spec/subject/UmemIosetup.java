package umemtck.spec.subject;

import umemtck.spec.ddi.Buf;

/** {@code ddi_umem_iosetup(9F)} and {@code freerbuf(9F)}; and looking at a buf. */
public interface UmemIosetup {
  /**
   * Makes a buf that describes {@code [off, off + len)} of the cookie's memory (IOSETUP.success).
   *
   * @param cookie of a live allocation, or of a lock that is not unlocked
   * @param off bytes, {@code off_t}, any 64-bit pattern; NULL if it is negative, or beyond the
   *     cookie's memory together with {@code len} (IOSETUP.in-bounds)
   * @param len bytes, {@code size_t}, any 64-bit pattern; unsigned
   * @param direction {@code B_READ} or {@code B_WRITE}; NULL for anything else
   *     (IOSETUP.direction-valid)
   * @param dev {@code dev_t}; only kept
   * @param blkno {@code daddr_t}; only kept
   * @param iodone a number that stands for the completion routine; only kept
   * @param sleepflag {@code DDI_UMEM_SLEEP} or {@code DDI_UMEM_NOSLEEP}; NULL for anything else
   *     (IOSETUP.sleepflag-valid)
   * @return the buf, any number but 0 that no other live buf has; or 0, NULL
   * @throws UmemPanic if the machine stops
   */
  long ddi_umem_iosetup(
      long cookie,
      long off,
      long len,
      int direction,
      long dev,
      long blkno,
      long iodone,
      int sleepflag);

  /**
   * Frees a buf; the cookie stays as it is (IOSETUP.free).
   *
   * @param buf what a successful setup gave, not freed since
   * @throws UmemPanic if the machine stops
   */
  void freerbuf(long buf);

  /**
   * Says what a buf carries (IOSETUP.fields, IOSETUP.address). Only looks.
   *
   * @param buf what a successful setup gave, not freed since
   */
  Buf fields(long buf);
}
