package umemtck.reference.kernel;

import umemtck.reference.Caller;
import umemtck.reference.MonitorWaits;
import umemtck.spec.Profile;

/** Kernels for tests. */
final class Boot {
  static final int PAGE = 4096;

  private Boot() {}

  static KernelOptions options(int frames) {
    return new KernelOptions(PAGE, frames, 0x10000, Profile.DOCUMENTED);
  }

  static Caller kernel(KernelOptions options) {
    MonitorWaits waits = new MonitorWaits();
    return new Caller(new Kernel(options, waits), waits);
  }

  static Caller kernel(int frames) {
    return kernel(options(frames));
  }
}
