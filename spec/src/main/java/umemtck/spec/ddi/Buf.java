package umemtck.spec.ddi;

/**
 * What a buf of {@code ddi_umem_iosetup(9F)} carries (IOSETUP.fields, IOSETUP.address).
 *
 * @param flags {@code b_flags}: bits of {@link BufFlag}
 * @param count {@code b_bcount}: bytes, {@code size_t}
 * @param dev {@code b_edev}, as it was given
 * @param blkno {@code b_lblkno}, as it was given
 * @param iodone {@code b_iodone}: the number that stood for the function
 * @param addr {@code b_un.b_addr}: first byte, in the address space of {@code proc}, or the
 *     kernel's
 * @param proc {@code b_proc}: number of the process, 0 for none
 */
public record Buf(int flags, long count, long dev, long blkno, long iodone, long addr, long proc) {}
