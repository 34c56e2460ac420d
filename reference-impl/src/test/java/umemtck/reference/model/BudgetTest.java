package umemtck.reference.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is really free lies between the bounds, whatever part of its overhead each one uses. */
class BudgetTest {

  private record Taken(long need, long used, int born) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void theTruthLiesBetweenTheBounds(long seed) {
    Random random = new Random(seed);
    long overhead = random.nextInt(3);
    long real = 50;
    int settings = 1;
    Budget b = Budget.set(real, true, settings);
    List<Taken> live = new ArrayList<>();
    for (int step = 0; step < 500; step++) {
      int dice = random.nextInt(10);
      if (dice == 0) {
        real = random.nextInt(60);
        b = Budget.set(real, live.isEmpty(), ++settings);
      } else if (dice < 5 && !live.isEmpty()) {
        Taken t = live.remove(random.nextInt(live.size()));
        real += t.used();
        b = b.give(t.need(), overhead, t.born());
      } else {
        long need = random.nextInt(5);
        Taken t = new Taken(need, need + random.nextLong(overhead + 1), settings);
        live.add(t);
        real -= t.used();
        b = b.take(need, overhead);
      }
      assertTrue(b.certain() <= real && real <= b.possible(), real + " free, but " + b);
    }
  }

  @Test
  void withoutOverheadTheBoundsMeet() {
    Budget b = Budget.set(8, true, 1).take(3, 0).take(2, 0).give(3, 0, 1);
    assertEquals(6, b.certain());
    assertEquals(6, b.possible());
  }

  @Test
  void afterAllIsFreedTheBoundsMeetAgain() {
    Budget b = Budget.set(8, true, 1).take(3, 2).give(3, 2, 1);
    assertEquals(8, b.certain());
    assertEquals(8, b.possible());
  }

  @Test
  void whatWasTakenBeforeTheSettingComesBackWithAnUnknownShare() {
    Budget b = Budget.set(8, false, 2).give(3, 2, 1);
    assertEquals(11, b.certain());
    assertEquals(13, b.possible());
  }

  @Test
  void nothingIsLearntOfWhatWasNeverSet() {
    assertEquals(Budget.UNKNOWN, Budget.UNKNOWN.take(3, 1).give(3, 1, 0));
  }

  @Test
  void aReadingIsForgottenWhenSomethingChanges() {
    Budget read = Budget.set(8, true, 1).seen(8);
    assertEquals(8, read.read());
    assertEquals(-1, read.take(1, 0).read());
    assertEquals(-1, read.give(1, 0, 1).read());
  }
}
