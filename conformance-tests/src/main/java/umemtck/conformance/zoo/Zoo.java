package umemtck.conformance.zoo;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** All residents: for every clause that is tested somebody who breaks it, and some who do not. */
public final class Zoo {
  /** What the names of the subjects begin with. */
  public static final String PREFIX = "zoo:";

  private static final Set<String> ALLOCATION = Set.of("ALLOC", "FREE", "COOKIE");
  private static final Set<String> LOCKING =
      Set.of("FREE", "COOKIE", "LOCK", "UNLOCK", "LOCKMEM", "ACCT");

  private static final Set<String> EXPORTS = Set.of("DEVMAP", "REMAP", "SHARED");

  private static final List<Resident> RESIDENTS =
      Stream.of(
              Stream.of(
                  FaultyAllocation.RESIDENTS, FaultyWaiting.RESIDENTS, FaultyRelease.RESIDENTS),
              Stream.of(
                  FaultyLocking.RESIDENTS,
                  FaultyUnlocking.RESIDENTS,
                  FaultyAccounting.RESIDENTS,
                  FaultyLockMemory.RESIDENTS),
              Stream.of(FaultyBufs.RESIDENTS, FaultyExports.RESIDENTS, FaultySharing.RESIDENTS),
              Stream.of(FaultyOverlaps.RESIDENTS),
              Stream.of(OddButLegal.RESIDENTS),
              Stream.of(OddLocking.RESIDENTS, OddBufs.RESIDENTS, OddExports.RESIDENTS),
              Stream.of(OddOverlaps.RESIDENTS))
          .flatMap(lists -> lists)
          .flatMap(List::stream)
          .toList();

  private Zoo() {}

  /** All residents, the faulty ones first, in the order of the clauses that they break. */
  public static List<Resident> residents() {
    return RESIDENTS;
  }

  /** Whether somebody sins only when calls overlap. */
  public static boolean sinsInOverlaps(Resident r) {
    return FaultyOverlaps.RESIDENTS.contains(r);
  }

  /** All names, in the order of the residents. */
  public static List<String> names() {
    return RESIDENTS.stream().map(Resident::name).toList();
  }

  /**
   * Whether somebody odd but legal is asked about a clause in {@code selftest}: who is odd only in
   * how he allocates locks as the reference kernel does, and the other way round. Bufs and exports
   * are made of either.
   */
  public static boolean isOddIn(Resident r, String clause) {
    String area = clause.substring(0, clause.indexOf('.'));
    if (OddExports.RESIDENTS.contains(r)) {
      return EXPORTS.contains(area) || ALLOCATION.contains(area) || area.equals("LOCK");
    }
    if (OddOverlaps.RESIDENTS.contains(r)) {
      return !area.equals("IOSETUP") && !area.equals("DEVMAP");
    }
    if (area.equals("IOSETUP")) {
      return true;
    }
    return !OddBufs.RESIDENTS.contains(r)
        && (OddLocking.RESIDENTS.contains(r) ? LOCKING : ALLOCATION).contains(area);
  }

  /**
   * The resident of a name.
   *
   * @param name with {@code zoo:} or without
   */
  public static Optional<Resident> find(String name) {
    String bare = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
    return RESIDENTS.stream().filter(r -> r.name().equals(bare)).findFirst();
  }
}
