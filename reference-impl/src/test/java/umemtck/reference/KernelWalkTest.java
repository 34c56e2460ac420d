package umemtck.reference;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import umemtck.spec.Profile;

/** The kernel keeps the contract, as far as the model knows it, on long random walks. */
@Timeout(120) // Guards against hanging; no verdict depends on it.
class KernelWalkTest {

  @ParameterizedTest
  @CsvSource({"DOCUMENTED, 1", "DOCUMENTED, 2", "ILLUMOS, 3", "ILLUMOS, 4"})
  void keepsTheContract(Profile profile, long seed) {
    Walk walk = new Walk(profile, seed);
    walk.steps(3000);
    walk.end();
    assertTrue(walk.slept > 30, walk.slept + " calls slept: too few to mean anything");
    assertTrue(walk.woken > 30, walk.woken + " sleepers came back: too few to mean anything");
    assertTrue(walk.refused > 100, walk.refused + " refusals: too few to mean anything");
  }
}
