package umemtck.reference.model;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import umemtck.spec.Profile;

/**
 * {@link Explanations} thinks of what the machine may have done by itself only when it must. It
 * accepts and forbids, all the same, what it would if it thought of that before every event.
 */
class LazyAsGoodAsEagerTest {
  private static final int OF_SLEEPERS = 2000;
  private static final int OF_UNLOCKS = 500;
  private static final int EVENTS = 30;

  @ParameterizedTest
  @EnumSource
  void ofSleepers(Profile profile) {
    agree(OF_SLEEPERS, random -> new RandomAllocations(random, profile));
  }

  @ParameterizedTest
  @EnumSource
  void ofUnlocksThatArePutOff(Profile profile) {
    agree(OF_UNLOCKS, random -> new RandomLocks(random, profile));
  }

  private static void agree(int many, Function<Random, RandomHistory> histories) {
    int accepted = 0;
    int forbidden = 0;
    int movedByItself = 0;
    for (int seed = 0; seed < many; seed++) {
      RandomHistory history = histories.apply(new Random(seed));
      for (int i = 0; i < EVENTS; i++) {
        if (history.step()) {
          accepted++;
        } else {
          forbidden++;
        }
      }
      movedByItself += history.movedByItself() ? 1 : 0;
    }
    assertTrue(accepted > many * EVENTS / 2, accepted + " accepted");
    assertTrue(forbidden > many, forbidden + " forbidden");
    assertTrue(movedByItself > many / 10, movedByItself + " explained by such a move alone");
  }
}
