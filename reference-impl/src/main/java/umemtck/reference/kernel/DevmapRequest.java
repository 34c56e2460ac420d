package umemtck.reference.kernel;

import umemtck.spec.subject.DevmapCallbackCtl;

/**
 * What is asked of devmap_umem_setup, or of devmap_umem_remap.
 *
 * @param handle of the mapping
 * @param ops as they were given; null for none, and for a remap
 * @param cookie as it was given
 * @param off bytes, signed: {@code koff} of a setup
 * @param len bytes, unsigned
 * @param maxprot as it was given
 * @param flags as they were given
 * @param block what the cookie stands for, or null
 * @param lock what the cookie stands for, or null
 */
public record DevmapRequest(
    DevmapHandle handle,
    DevmapCallbackCtl ops,
    long cookie,
    long off,
    long len,
    int maxprot,
    int flags,
    Block block,
    Lock lock) {}
