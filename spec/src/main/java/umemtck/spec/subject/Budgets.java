package umemtck.spec.subject;

import umemtck.spec.ddi.Resource;

/**
 * How much of each resource is there. The kit calls it for a resource only if the subject declares
 * the feature of the same name; between calls into the DDI; by one thread at a time.
 */
public interface Budgets {
  /**
   * Makes exactly this much available to future allocations. Sleepers that now have enough wake.
   *
   * @param resource {@link Resource#ADDRESS} is set only while nothing is allocated, and means that
   *     many contiguous pages
   * @param amount pages, or cookies; 0 or more; together with what live allocations use, at most
   *     the declared capacity
   */
  void setFree(Resource resource, long amount);

  /**
   * Says how much is available to future allocations now. Only looks.
   *
   * @param resource any but {@link Resource#ADDRESS}
   * @return pages, or cookies
   */
  long getFree(Resource resource);
}
