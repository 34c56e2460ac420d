package umemtck.reference.model;

import umemtck.spec.Profile;
import umemtck.spec.ddi.Resource;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.Feature;

/**
 * The constants of the model: what the specification calls CONSTANT.
 *
 * @param sizeMax the largest {@code size_t}, unsigned: all ones; 2^64-1 but for exhaustive work
 * @param profile whose contract it is
 * @param declared what the machine says of itself
 */
public record ModelConfig(long sizeMax, Profile profile, Declaration declared) {
  /** Checks what arithmetic relies on. */
  public ModelConfig {
    if ((sizeMax & (sizeMax + 1)) != 0) {
      throw new IllegalArgumentException("sizeMax is not all ones: " + Long.toHexString(sizeMax));
    }
    if (Long.bitCount(declared.pageSize()) != 1) {
      throw new IllegalArgumentException(
          "the page size is not a power of two: " + declared.pageSize());
    }
  }

  /** The contract for 64-bit machines. */
  public static ModelConfig of(Declaration declared, Profile profile) {
    return new ModelConfig(-1L, profile, declared);
  }

  /** Bytes in a page. */
  public long pageSize() {
    return declared.pageSize();
  }

  /** Whether the machine says how large an allocation can ever be. */
  public boolean saysCapacity() {
    return declared.capacity() >= 0;
  }

  /** Whether the subject offers a feature. */
  public boolean offers(Feature feature) {
    return declared.offers(feature);
  }

  /** How much more of a resource than it needs an allocation may use. */
  public long overhead(Resource resource) {
    return declared.overheadOf(resource);
  }

  /**
   * Bytes after rounding up to whole pages, in {@code size_t} arithmetic (ALLOC.round-up).
   *
   * @return 0 if the size is 0, and also if rounding wraps (ALLOC.near-max-wrap)
   */
  public long roundUp(long size) {
    long p = pageSize();
    return (size + (p - 1)) & sizeMax & -p;
  }

  /** Whether rounding a size up exceeds the largest {@code size_t} (ALLOC.near-max-wrap). */
  public boolean wraps(long size) {
    return size != 0 && roundUp(size) == 0;
  }

  /** Pages of a size that does not wrap. */
  public long pages(long size) {
    return Long.divideUnsigned(roundUp(size), pageSize());
  }
}
