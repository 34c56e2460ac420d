package umemtck.reference.model;

/**
 * Pages that somebody once locked, or tried to lock, and should be free of it.
 *
 * @param space whose address space
 * @param where which pages
 * @param deed UNLOCKED, DENIED or FAILED
 */
record Past(long space, Extent where, Deed deed) {}
