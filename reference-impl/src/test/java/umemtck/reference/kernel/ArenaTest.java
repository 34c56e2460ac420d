package umemtck.reference.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames against plain arrays. */
class ArenaTest {
  private static final int PAGE = 16;

  private static void dirty(Arena arena, int frames) {
    byte[] bytes = new byte[PAGE];
    for (int frame = 0; frame < frames; frame++) {
      arena.read(frame, 0, bytes, 0, PAGE);
      for (byte b : bytes) {
        assertNotEquals(0, b);
      }
    }
  }

  @Test
  void noByteStartsOutZeroInAnyMachine() {
    Arena first = new Arena(PAGE, 40);
    dirty(first, 40);
    for (int frame = 0; frame < 40; frame++) {
      first.zero(frame, 0, PAGE);
    }
    dirty(new Arena(PAGE, 40), 40);
    dirty(new Arena(PAGE, 3), 3);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void findsTheFirstDifference(long seed) {
    Random random = new Random(seed);
    Arena arena = new Arena(PAGE, 3);
    byte[] bytes = new byte[PAGE];
    arena.zero(1, 0, PAGE);
    for (int step = 0; step < 1000; step++) {
      int from = random.nextInt(PAGE);
      int to = from + 1 + random.nextInt(PAGE - from);
      byte value = (byte) random.nextInt(2);
      if (random.nextBoolean()) {
        arena.fill(1, from, to, value);
        java.util.Arrays.fill(bytes, from, to, value);
      }
      int first = -1;
      for (int i = to - 1; i >= from; i--) {
        first = bytes[i] == value ? first : i;
      }
      assertEquals(first, arena.mismatch(1, from, to, value));
    }
  }
}
