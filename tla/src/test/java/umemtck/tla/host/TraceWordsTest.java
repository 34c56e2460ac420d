package umemtck.tla.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tlc2.value.impl.BoolValue;
import tlc2.value.impl.IntValue;
import tlc2.value.impl.Value;

/** Ranges and runs say what the sets and functions of the specification say, byte by byte. */
class TraceWordsTest {
  private static final int TRIES = 3_000;
  private static final int BYTES = 24;
  private static final int DIRT = -1;
  private final Random random = new Random(11);

  private static Value n(int value) {
    return IntValue.gen(value);
  }

  @Test
  void apart() {
    for (int i = 0; i < TRIES; i++) {
      int a = random.nextInt(BYTES);
      int b = random.nextInt(BYTES);
      int j = random.nextInt(6);
      int k = random.nextInt(6);
      boolean shared = false;
      for (int x = a; x < a + j; x++) {
        shared |= b <= x && x < b + k;
      }
      Value said = TraceWords.apart(TraceWords.range(n(a), n(j)), TraceWords.range(n(b), n(k)));
      assertEquals(!shared, said == BoolValue.ValTrue, a + "+" + j + ", " + b + "+" + k);
    }
  }

  @Test
  void storing_and_shows() {
    int[] bytes = new int[BYTES];
    Arrays.fill(bytes, DIRT);
    Value runs = TraceUmem.nothing();
    for (int i = 0; i < TRIES; i++) {
      int from = random.nextInt(BYTES);
      int length = random.nextInt(BYTES - from + 1);
      int value = random.nextInt(4) - 1;
      Arrays.fill(bytes, from, from + length, value);
      runs = TraceWords.storing(runs, TraceWords.range(n(from), n(length)), n(value));
      look(runs, bytes);
    }
  }

  private void look(Value runs, int[] bytes) {
    int from = random.nextInt(BYTES);
    int length = 1 + random.nextInt(BYTES - from);
    int value = random.nextInt(3);
    int at = random.nextInt(length + 1) - 1;
    int found = at < 0 ? 0 : random.nextInt(3);
    boolean expected = at < 0 || found != value;
    for (int x = from; x < from + (at < 0 ? length : at); x++) {
      expected &= bytes[x] == DIRT || bytes[x] == value;
    }
    expected &= at < 0 || bytes[from + at] == DIRT || bytes[from + at] == found;
    Value said = TraceUmem.shows(runs, n(from), n(length), n(value), n(at), n(found));
    assertEquals(expected, said == BoolValue.ValTrue, Arrays.toString(bytes));
  }
}
