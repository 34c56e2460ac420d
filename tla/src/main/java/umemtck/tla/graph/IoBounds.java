package umemtck.tla.graph;

import java.util.List;

/**
 * The constants of a model of bufs, as its {@code .cfg} gives them.
 *
 * @param wordMax the largest size_t; an offset above its half is negative
 * @param pageSize bytes
 * @param threads who calls on behalf of a driver
 * @param interrupts those that service an interrupt
 * @param cookies the cookies there are
 * @param bufs the bufs there are
 * @param processes numbers, from 1
 * @param userPages addresses of the pages that every process has
 * @param sizes allocated
 * @param flags of {@code ddi_umem_alloc}
 * @param addresses of what is allocated
 * @param lockAddresses locked
 * @param lockLengths locked
 * @param lockFlags of {@code ddi_umem_lock}
 * @param offsets of bufs
 * @param lengths of bufs
 * @param directions of bufs
 * @param blocks block numbers of bufs
 * @param sleepflags of {@code ddi_umem_iosetup}
 * @param transferred what devices store, and compare with
 * @param filled what owners store
 * @param faults {@code BUF} if memory for bufs is made short
 */
public record IoBounds(
    long wordMax,
    long pageSize,
    List<String> threads,
    List<String> interrupts,
    List<Long> cookies,
    List<Long> bufs,
    List<Long> processes,
    List<Long> userPages,
    List<Long> sizes,
    List<Long> flags,
    List<Long> addresses,
    List<Long> lockAddresses,
    List<Long> lockLengths,
    List<Long> lockFlags,
    List<Long> offsets,
    List<Long> lengths,
    List<Long> directions,
    List<Long> blocks,
    List<Long> sleepflags,
    List<Long> transferred,
    List<Long> filled,
    List<String> faults)
    implements Bounds {

  /** An offset, which is signed: the plain number that a word stands for. */
  public long signed(long word) {
    return word > wordMax / 2 ? word - wordMax - 1 : word;
  }
}
