package umemtck.reference.kernel;

import java.util.Arrays;

/** The bytes of all page frames. They start out dirty, so that forgotten zeroing shows. */
final class Arena {
  /** What lies in memory that nobody has used; no byte of it is 0. */
  private static final int DIRT = 0xE0;

  private static volatile byte[] lastDirt = {};

  private final int pageSize;
  private final byte[] bytes;
  private final int[] free;
  private int freeCount;

  Arena(int pageSize, int frames) {
    this.pageSize = pageSize;
    bytes = dirty(pageSize, frames);
    free = new int[frames];
    for (int f = 0; f < frames; f++) {
      free[f] = frames - 1 - f;
    }
    freeCount = frames;
  }

  /** A copy of the last arena of that size, as it was before anybody used it: boots are many. */
  private static byte[] dirty(int pageSize, int frames) {
    byte[] dirt = lastDirt;
    if (dirt.length != pageSize * frames) {
      dirt = new byte[pageSize * frames];
      for (int f = 0; f < frames; f++) {
        Arrays.fill(dirt, f * pageSize, (f + 1) * pageSize, (byte) (DIRT | f & 0x1f));
      }
      lastDirt = dirt;
    }
    return dirt.clone();
  }

  /** Takes a frame, with whatever its last owner left in it. */
  int take() {
    return free[--freeCount];
  }

  void give(int frame) {
    free[freeCount++] = frame;
  }

  /** Fills every frame that nobody has with zeros. */
  void zeroFree() {
    for (int f = 0; f < freeCount; f++) {
      zero(free[f], 0, pageSize);
    }
  }

  void zero(int frame, int from, int to) {
    Arrays.fill(bytes, frame * pageSize + from, frame * pageSize + to, (byte) 0);
  }

  void fill(int frame, int from, int to, byte value) {
    Arrays.fill(bytes, frame * pageSize + from, frame * pageSize + to, value);
  }

  /** Offset of the first byte in the frame that differs, or -1. */
  int mismatch(int frame, int from, int to, byte value) {
    // Compared with itself one byte on, the range differs where its value first changes: one
    // vectorised pass, and nothing to compare with has to be made.
    int start = frame * pageSize + from;
    int end = frame * pageSize + to;
    if (bytes[start] != value) {
      return from;
    }
    int same = Arrays.mismatch(bytes, start, end - 1, bytes, start + 1, end);
    return same < 0 ? -1 : from + same + 1;
  }

  void read(int frame, int from, byte[] into, int at, int length) {
    System.arraycopy(bytes, frame * pageSize + from, into, at, length);
  }

  void write(int frame, int from, byte[] source, int at, int length) {
    System.arraycopy(source, at, bytes, frame * pageSize + from, length);
  }
}
