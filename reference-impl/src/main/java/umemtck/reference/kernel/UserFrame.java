package umemtck.reference.kernel;

import java.util.ArrayList;
import java.util.List;

/**
 * The memory of a page of a process; after a fork several processes may share it. Its bytes stay
 * its own, whether it is in memory or not. Guarded by the kernel's lock.
 */
final class UserFrame {
  private final List<UserPage> mappedBy = new ArrayList<>(1);
  private boolean resident;
  private byte[] bytes;

  /** Where it is mapped. */
  List<UserPage> mappedBy() {
    return mappedBy;
  }

  boolean isResident() {
    return resident;
  }

  void setResident(boolean to) {
    resident = to;
  }

  /** Its bytes: zeros, until somebody stores there. */
  PageBytes bytes(int pageSize) {
    if (bytes == null) {
      bytes = new byte[pageSize];
    }
    return PageBytes.of(bytes);
  }
}
