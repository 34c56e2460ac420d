package umemtck.reference.model;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import umemtck.spec.Profile;

/**
 * {@link Explanations} thinks of what the machine may have done by itself only when it must. It
 * accepts and forbids, all the same, what it would if it thought of that before every event.
 */
class LazyAsGoodAsEagerTest {
  private static final int HISTORIES = 2000;
  private static final int EVENTS = 30;

  @ParameterizedTest
  @EnumSource
  void theyAgreeOnEveryEvent(Profile profile) {
    int accepted = 0;
    int forbidden = 0;
    int movedByItself = 0;
    for (int seed = 0; seed < HISTORIES; seed++) {
      RandomHistory history = new RandomHistory(seed, profile);
      for (int i = 0; i < EVENTS; i++) {
        if (history.step()) {
          accepted++;
        } else {
          forbidden++;
        }
      }
      movedByItself += history.movedByItself();
    }
    assertTrue(accepted > HISTORIES * EVENTS / 2, accepted + " accepted");
    assertTrue(forbidden > HISTORIES, forbidden + " forbidden");
    assertTrue(
        movedByItself > HISTORIES / 10, movedByItself + " explained by a sleeper's move alone");
  }
}
