package umemtck.reference;

import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.subject.Memory;

/** Memory of which every load and store is held against the model, run by run of equal bytes. */
final class CheckedMemory implements Memory {
  private final Memory memory;
  private final StepCheck check;

  CheckedMemory(Memory memory, StepCheck check) {
    this.memory = memory;
    this.check = check;
  }

  @Override
  public byte[] load(long address, int length) {
    byte[] bytes = new byte[length];
    check.atOnce(
        new Call.MemoryMatches(address, length, 0),
        () -> {
          System.arraycopy(memory.load(address, length), 0, bytes, 0, length);
          return zeros(bytes);
        });
    for (int from = 0; from < length; ) {
      int to = endOfRun(bytes, from);
      Call seen = new Call.MemoryMatches(address + from, to - from, bytes[from] & 0xff);
      check.atOnce(seen, () -> Outcome.Matched.ALL);
      from = to;
    }
    return bytes;
  }

  @Override
  public void store(long address, byte[] bytes) {
    for (int from = 0; from < bytes.length; ) {
      int to = endOfRun(bytes, from);
      fill(address + from, to - from, bytes[from]);
      from = to;
    }
  }

  @Override
  public void fill(long address, long length, byte value) {
    check.atOnce(
        new Call.MemoryFill(address, length, value & 0xff),
        () -> {
          memory.fill(address, length, value);
          return Outcome.Done.INSTANCE;
        });
  }

  @Override
  public long matches(long address, long length, byte value) {
    return check
        .atOnce(
            new Call.MemoryMatches(address, length, value & 0xff),
            () -> {
              long at = memory.matches(address, length, value);
              return at < 0
                  ? Outcome.Matched.ALL
                  : new Outcome.Matched(at, memory.load(address + at, 1)[0] & 0xff);
            })
        .difference();
  }

  private static Outcome.Matched zeros(byte[] bytes) {
    int at = bytes[0] == 0 ? endOfRun(bytes, 0) : 0;
    return at == bytes.length ? Outcome.Matched.ALL : new Outcome.Matched(at, bytes[at] & 0xff);
  }

  private static int endOfRun(byte[] bytes, int from) {
    int to = from + 1;
    while (to < bytes.length && bytes[to] == bytes[from]) {
      to++;
    }
    return to;
  }
}
