package umemtck.reference.model;

/**
 * Why a lock must, or may, fail.
 *
 * @param facet that is broken by a success, or by another errno
 * @param errno with which it fails; {@link #ANY} where the contract leaves that open
 * @param sure whether it must fail
 * @param what a word for it
 */
record Cause(String facet, int errno, boolean sure, String what) {
  static final int ANY = -1;

  boolean allows(int got) {
    return errno == ANY || errno == got;
  }
}
