package umemtck.reference.model;

/**
 * Pages that somebody once locked, or tried to lock, and should be free of it.
 *
 * @param space whose address space
 * @param where which pages
 * @param facet that is broken if they are still locked
 */
record Past(long space, Extent where, String facet) {}
