package umemtck.reference.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs against a plain array of bytes. */
class ContentsTest {
  private static final int LENGTH = 24;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void agreesWithAnArray(long seed) {
    Random random = new Random(seed);
    byte[] bytes = new byte[LENGTH];
    boolean[] written = new boolean[LENGTH];
    Contents contents = Contents.zeros(LENGTH);
    for (int step = 0; step < 500; step++) {
      int from = random.nextInt(LENGTH);
      int to = from + 1 + random.nextInt(LENGTH - from);
      if (random.nextInt(3) == 0) {
        int value = random.nextInt(3);
        java.util.Arrays.fill(bytes, from, to, (byte) value);
        java.util.Arrays.fill(written, from, to, true);
        contents = contents.fill(from, to, value);
        coversAll(contents, bytes, written);
      }
      reports(contents, bytes, from, to, random.nextInt(3));
    }
  }

  private static void coversAll(Contents contents, byte[] bytes, boolean[] written) {
    long at = 0;
    for (Contents.Run r : contents.runs()) {
      assertEquals(at, r.from(), "no gap, no overlap");
      assertTrue(r.from() < r.to(), "no empty run");
      for (; at < r.to(); at++) {
        assertEquals(bytes[(int) at], r.value());
        assertEquals(written[(int) at], r.written());
      }
    }
    assertEquals(LENGTH, at);
    for (int value = 0; value < 3; value++) {
      assertEquals(holds(bytes, written, value), contents.holds(value));
    }
  }

  private static boolean holds(byte[] bytes, boolean[] written, int value) {
    for (int i = 0; i < LENGTH; i++) {
      if (written[i] && bytes[i] == value) {
        return true;
      }
    }
    return false;
  }

  /** Of bytes that nobody knows any report is right, of those behind them it is not. */
  @Test
  void whatIsNotKnownMayBeAnything() {
    Contents half = Contents.unknown(16).fill(8, 16, 5);
    assertNull(half.check(0, 16, 5, 7, 9));
    assertNull(half.check(0, 16, 5, -1, 0));
    assertNotNull(half.check(0, 16, 5, 8, 9));
    assertNotNull(half.check(0, 16, 6, -1, 0));
    assertEquals(-1, half.at(7));
    assertEquals(5, half.at(8));
    assertEquals(-1, half.at(16));
    assertEquals(List.of(0, 5), half.runs().stream().map(Contents.Run::known).toList());
  }

  /** Of all that a subject may report of one comparison, only the truth is right. */
  private static void reports(Contents contents, byte[] bytes, int from, int to, int value) {
    int truth = -1;
    for (int i = to - 1; i >= from; i--) {
      truth = bytes[i] == value ? truth : i - from;
    }
    for (int difference = -1; difference < to - from; difference++) {
      for (int found : List.of(0, 1, 2, 255)) {
        boolean right =
            difference == truth && (difference < 0 || found == bytes[from + difference]);
        if (difference < 0 && found != 0 || difference >= 0 && found == value) {
          continue; // No report looks like this.
        }
        Contents.Difference d = contents.check(from, to, value, difference, found);
        if (right) {
          assertNull(d);
        } else {
          assertNotNull(d);
          assertEquals(bytes[(int) d.offset()], d.run().value(), "what should be there");
          assertTrue(d.got() != d.run().value(), "it differs from what was seen");
        }
      }
    }
  }
}
