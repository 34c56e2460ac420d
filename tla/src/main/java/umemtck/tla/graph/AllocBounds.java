package umemtck.tla.graph;

import java.util.List;

/**
 * The constants of a model of allocation, as its {@code .cfg} gives them.
 *
 * @param wordMax the largest size_t
 * @param pageSize bytes
 * @param capacity pages
 * @param profile {@code documented} or {@code illumos}
 * @param threads who calls
 * @param interrupts those that service an interrupt
 * @param cookies the cookies there are
 * @param sizes asked for
 * @param flags asked with
 * @param addresses given, besides NULL
 * @param fills what the driver writes: {@code all}, {@code last}
 * @param settable resources that are set
 */
public record AllocBounds(
    long wordMax,
    long pageSize,
    long capacity,
    String profile,
    List<String> threads,
    List<String> interrupts,
    List<Long> cookies,
    List<Long> sizes,
    List<Long> flags,
    List<Long> addresses,
    List<String> fills,
    List<String> settable)
    implements Bounds {}
