package umemtck.reference.model;

/**
 * A page locked with {@code mlock(3C)}: counted once, however often (ACCT.shared-counter).
 *
 * @param proc whose
 * @param addr first byte of the page
 * @param project that carries the charge
 * @param zone that carries the charge
 */
record Mlocked(long proc, long addr, long project, long zone) {}
