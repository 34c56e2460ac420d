package umemtck.tla.graph;

import java.util.List;

/**
 * The constants of a model of locking, as its {@code .cfg} gives them.
 *
 * @param wordMax the largest size_t; as a limit, none
 * @param pageSize bytes
 * @param profile {@code documented} or {@code illumos}
 * @param threads who calls on behalf of a driver
 * @param interrupts those that service an interrupt
 * @param cookies the cookies there are
 * @param processes numbers, from 1
 * @param projects numbers, from 1
 * @param userPages addresses of the pages that a process may have
 * @param shortages the errnos that locking fails with when memory is short
 * @param atBoot what every page is at boot
 * @param addresses asked for
 * @param lengths asked for
 * @param lockFlags of {@code ddi_umem_lock}
 * @param memoryFlags of {@code umem_lockmemory}
 * @param memoryVectors of {@code umem_lockmemory}
 * @param mappable what is mapped
 * @param unmapped the lengths that are unmapped
 * @param exits the processes that exit
 * @param moves the processes that join other projects
 * @param settable whose limits are set; 0 is the zone
 * @param amounts to what
 */
public record LockBounds(
    long wordMax,
    long pageSize,
    String profile,
    List<String> threads,
    List<String> interrupts,
    List<Long> cookies,
    List<Long> processes,
    List<Long> projects,
    List<Long> userPages,
    List<String> shortages,
    String atBoot,
    List<Long> addresses,
    List<Long> lengths,
    List<Long> lockFlags,
    List<Long> memoryFlags,
    List<String> memoryVectors,
    List<String> mappable,
    List<Long> unmapped,
    List<Long> exits,
    List<Long> moves,
    List<Long> settable,
    List<Long> amounts)
    implements Bounds {}
