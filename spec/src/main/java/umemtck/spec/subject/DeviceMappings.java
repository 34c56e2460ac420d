package umemtck.spec.subject;

/**
 * Applications that map a device, in the same window as everything else ({@link Mappings}), whose
 * {@code munmap} takes such mappings away, too. Pages of one can be locked as those of {@link
 * umemtck.spec.ddi.MappingKind#DEVICE}; with DEVMAP_ALLOW_REMAP they cannot be locked.
 */
public interface DeviceMappings {
  /**
   * Maps a device where nothing is mapped. Calls the entries of its driver in this thread.
   *
   * @param proc whose
   * @param addr first byte, page aligned
   * @param len bytes, whole pages
   * @param off bytes into the device, {@code offset_t}, whole pages: for the driver's entries
   * @param prot bits of {@link umemtck.spec.ddi.Prot}: READ and WRITE; both, where PROTECTION is
   *     not declared
   * @param share {@link umemtck.spec.ddi.MapFlag#MAP_SHARED} or MAP_PRIVATE
   * @param opened bits of {@link umemtck.spec.ddi.Prot}: how the device was opened
   * @param driver its entries
   * @return 0, or an errno; then nothing is mapped (DEVMAP.failure-no-effect)
   */
  int mmap(
      long proc,
      long addr,
      long len,
      long off,
      int prot,
      int share,
      int opened,
      DeviceEntries driver);

  /**
   * Changes the protection of pages of one mapped device. Called only with {@link
   * Feature#PROTECTION}, and while none of them is locked.
   *
   * @param proc whose
   * @param addr first byte, page aligned
   * @param len bytes, whole pages
   * @param prot bits of {@link umemtck.spec.ddi.Prot}: READ and WRITE
   * @return 0, or an errno: EACCES for more than the driver's maxprot (DEVMAP.maxprot-sticky)
   */
  int mprotect(long proc, long addr, long len, int prot);
}
