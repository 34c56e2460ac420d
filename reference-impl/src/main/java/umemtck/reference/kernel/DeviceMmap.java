package umemtck.reference.kernel;

import umemtck.spec.ddi.MapFlag;
import umemtck.spec.ddi.Prot;

/**
 * What an application asks for when it maps a device.
 *
 * @param proc whose
 * @param space its address space
 * @param range where
 * @param off bytes into the device
 * @param prot bits of {@link Prot}: READ and WRITE
 * @param share of {@link MapFlag}
 * @param opened bits of {@link Prot}: how the device was opened
 */
public record DeviceMmap(
    Proc proc, UserSpace space, PageRange range, long off, int prot, int share, int opened) {

  /** Whether stores are the process's own. */
  public boolean isPrivate() {
    return share == MapFlag.MAP_PRIVATE;
  }

  /** The same of some of its pages. */
  DeviceMmap part(PageRange pages, long at) {
    return new DeviceMmap(proc, space, pages, at, prot, share, opened);
  }

  /** The same of another process. */
  DeviceMmap in(Proc child) {
    return new DeviceMmap(child, child.space(), range, off, prot, share, opened);
  }
}
