package umemtck.reference.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holes against a bit for each page. */
class AddressSpaceTest {
  private static final int PAGES = 24;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void agreesWithABitForEachPage(long seed) {
    Random random = new Random(seed);
    AddressSpace space = new AddressSpace(PAGES);
    BitSet used = new BitSet();
    List<int[]> live = new ArrayList<>();
    for (int step = 0; step < 2000; step++) {
      if (live.size() > 5 || (!live.isEmpty() && random.nextBoolean())) {
        int[] block = live.remove(random.nextInt(live.size()));
        space.give(block[0], block[1]);
        used.clear(block[0], block[0] + block[1]);
        continue;
      }
      int pages = 1 + random.nextInt(8);
      assertEquals(longestHole(used) >= pages, space.fits(pages));
      if (space.fits(pages)) {
        int at = space.take(pages);
        assertTrue(at + pages <= PAGES && used.get(at, at + pages).isEmpty(), "overlap at " + at);
        used.set(at, at + pages);
        live.add(new int[] {at, pages});
      }
    }
  }

  @Test
  void takesOnlyWhatFits() {
    AddressSpace space = new AddressSpace(2);
    assertThrows(IllegalStateException.class, () -> space.take(3));
    space.reset(0);
    assertEquals(false, space.fits(1));
  }

  private static int longestHole(BitSet used) {
    int longest = 0;
    for (int from = used.nextClearBit(0); from < PAGES; ) {
      int to = used.nextSetBit(from) < 0 ? PAGES : used.nextSetBit(from);
      longest = Math.max(longest, to - from);
      from = used.nextClearBit(to);
    }
    return longest;
  }
}
