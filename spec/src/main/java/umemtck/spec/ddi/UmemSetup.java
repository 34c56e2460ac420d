package umemtck.spec.ddi;

/**
 * One {@code devmap_umem_setup(9F)}, as a driver makes it from its {@code devmap(9E)} entry.
 *
 * @param cookie of an allocation or a lock; 0 is NULL
 * @param koff bytes into the cookie's memory, {@code offset_t}: signed, any 64-bit pattern
 * @param len bytes, {@code size_t}: unsigned, any 64-bit pattern
 * @param maxprot bits of {@link Prot}; any pattern
 * @param flags bits of {@link DevmapFlag}; any pattern
 * @param callbacks bits of {@link DevmapCallback}: which functions the structure holds; {@link
 *     DevmapCallback#NONE} passes NULL
 */
public record UmemSetup(long cookie, long koff, long len, int maxprot, int flags, int callbacks) {}
