package umemtck.reference.model;

import umemtck.spec.ddi.BufFlag;
import umemtck.spec.ddi.Call.UmemIosetup;

/**
 * A buf that was set up and not freed.
 *
 * @param buf its number; not 0
 * @param asked how it was set up
 */
public record LiveBuf(long buf, UmemIosetup asked) {
  /** The cookie whose memory it describes. */
  public long cookie() {
    return asked.cookie();
  }

  /** Whether its transfer stores into memory. */
  public boolean stores() {
    return asked.direction() == BufFlag.B_READ;
  }
}
