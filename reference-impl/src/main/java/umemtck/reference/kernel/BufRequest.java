package umemtck.reference.kernel;

/**
 * What is asked of ddi_umem_iosetup.
 *
 * @param cookie as it was given
 * @param off bytes, signed
 * @param len bytes, unsigned
 * @param direction as it was given
 * @param dev as it was given
 * @param blkno as it was given
 * @param iodone as it was given
 * @param sleepflag as it was given
 * @param block what the cookie stands for, or null
 * @param lock what the cookie stands for, or null
 */
public record BufRequest(
    long cookie,
    long off,
    long len,
    int direction,
    long dev,
    long blkno,
    long iodone,
    int sleepflag,
    Block block,
    Lock lock) {}
