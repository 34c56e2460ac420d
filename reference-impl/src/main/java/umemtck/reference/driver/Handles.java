package umemtck.reference.driver;

import java.util.HashSet;
import java.util.Set;
import umemtck.spec.subject.DevmapCallbackCtl;

/** The mappings of a device, and who is at making one. */
final class Handles {
  private final Runnable lastUnmapped;
  private final Set<Long> mapped = new HashSet<>();
  private int opened;
  private boolean untold;

  /**
   * Nothing is mapped.
   *
   * @param lastUnmapped called when the last mapping is gone
   */
  Handles(Runnable lastUnmapped) {
    this.lastUnmapped = lastUnmapped;
  }

  /** An application opens the device, and is going to map it. */
  synchronized Opening open() {
    opened++;
    return new Opening();
  }

  /** Whether the device is mapped, is being mapped, or may be. */
  synchronized boolean isBusy() {
    return opened > 0 || !mapped.isEmpty() || untold;
  }

  private synchronized void add(long dhp) {
    mapped.add(dhp);
  }

  private void unmap(long dhp, long new_dhp1, long new_dhp2) {
    boolean last;
    synchronized (this) {
      mapped.remove(dhp);
      mapped.add(new_dhp1);
      mapped.add(new_dhp2);
      mapped.remove(0L);
      last = mapped.isEmpty();
    }
    if (last) {
      lastUnmapped.run();
    }
  }

  /** One mmap of the device. */
  final class Opening {
    private long told;

    /** The driver's functions, which the machine calls. */
    DevmapCallbackCtl functions() {
      DevmapCallbackCtl functions = new DevmapCallbackCtl();
      functions.setDevmapMap(this::map);
      functions.setDevmapDup((dhp, new_dhp) -> add(new_dhp));
      functions.setDevmapUnmap((dhp, off, len, before, behind) -> unmap(dhp, before, behind));
      return functions;
    }

    private int map(long dhp) {
      told = dhp;
      add(dhp);
      return 0;
    }

    /** It has mapped the device and closed it, or failed to. */
    void close(boolean hasMapped) {
      synchronized (Handles.this) {
        opened--;
        // Of a mapping whose begin was not told nobody will tell the end.
        untold |= hasMapped && told == 0;
        if (!hasMapped) {
          mapped.remove(told);
        }
      }
    }
  }
}
