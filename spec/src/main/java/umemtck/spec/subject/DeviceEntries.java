package umemtck.spec.subject;

import java.util.function.IntSupplier;

/** The entry points of a driver that an {@code mmap} of its device goes through. */
@FunctionalInterface
public interface DeviceEntries {
  /**
   * {@code segmap(9E)}: an application maps the device. A driver that has none gets what {@code
   * ddi_devmap_segmap(9F)} does (K-23).
   *
   * @param devmap_setup {@code devmap_setup(9F)}: calls {@link #devmap}, and makes the mapping;
   *     gives an errno. Called at most once
   * @return the errno of the {@code mmap}
   */
  default int segmap(IntSupplier devmap_setup) {
    return devmap_setup.getAsInt();
  }

  /**
   * {@code devmap(9E)}: sets up the mapping, all of it.
   *
   * @param dhp the handle, not 0: for {@link UmemDevmap#devmap_umem_setup}
   * @param off bytes into the device, {@code offset_t}
   * @param len bytes, whole pages
   * @param model of {@link umemtck.spec.ddi.DataModel}: that of the application
   * @return 0; anything else makes the {@code mmap} fail with ENXIO (DEVMAP.mmap-errno)
   */
  int devmap(long dhp, long off, long len, int model);
}
