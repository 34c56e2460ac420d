package umemtck.conformance.zoo;

import java.util.List;

/** Who is odd with bufs, but legal. */
final class OddBufs {
  static final List<Resident> RESIDENTS =
      List.of(
          Resident.legal(RefusesEmptyBufs::new, "Gives NULL for a length of 0."),
          Resident.legal(
              BufsAreUsedAgainAtOnce::new, "Gives the number of a freed buf to the next one."),
          Resident.legal(
              LocksTheMappingOfABuf::new, "Never makes a page list: its bufs have none."),
          Resident.legal(
              MarksBufsInItsOwnWay::new, "Sets more flags of a buf than the contract names."));

  private OddBufs() {}
}
