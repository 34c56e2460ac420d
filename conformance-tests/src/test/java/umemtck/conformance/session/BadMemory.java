package umemtck.conformance.session;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.Memory;
import umemtck.spec.subject.Waits;

/** Reports every difference far behind the end of the range. */
final class BadMemory extends Kernel {
  BadMemory(KernelOptions options, Waits waits) {
    super(options, waits);
  }

  @Override
  public Memory memory() {
    Memory sound = super.memory();
    return new Memory() {
      @Override
      public byte[] load(long address, int length) {
        return sound.load(address, length);
      }

      @Override
      public void store(long address, byte[] bytes) {
        sound.store(address, bytes);
      }

      @Override
      public long matches(long address, long length, byte value) {
        return 1 << 20;
      }
    };
  }
}
