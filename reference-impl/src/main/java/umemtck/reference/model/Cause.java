package umemtck.reference.model;

import java.util.List;
import umemtck.reference.model.LockFault.Rank;

/**
 * Why a lock must, or may, fail.
 *
 * @param facets that are broken by a success, the most telling first
 * @param errno with which it fails; {@link #ANY} where the contract leaves that open
 * @param sure whether it must fail
 * @param rank its place in LOCK.validation-order
 * @param what a word for it
 */
record Cause(List<String> facets, int errno, boolean sure, Rank rank, String what) {
  static final int ANY = -1;

  /** What others may know of it. */
  LockFault fault() {
    return new LockFault(rank, sure, facets.get(0));
  }

  boolean allows(int got) {
    return errno == ANY || errno == got;
  }
}
