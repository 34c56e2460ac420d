package umemtck.spec.subject;

import umemtck.spec.ddi.BufFlag;

/**
 * The device that a driver hands its bufs to, as from {@code strategy(9E)}. It has blocks of one
 * byte, and transfers the whole of a buf: neither less nor more than the buf describes.
 */
public interface Transfers {
  /**
   * Transfers from the device into memory.
   *
   * @param buf a live one of {@link BufFlag#B_READ}
   * @param bytes what the medium holds, as many as the buf describes
   * @throws UmemPanic if the machine stops
   */
  void read(long buf, byte[] bytes);

  /**
   * Transfers from memory to the device.
   *
   * @param buf a live one of {@link BufFlag#B_WRITE}
   * @return what the medium holds then, as many bytes as the buf describes
   * @throws UmemPanic if the machine stops
   */
  byte[] write(long buf);
}
