package umemtck.reference.interleavings;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Calls of two threads in interleavings that Lincheck makes, with no stall to help it: each answers
 * as if it had been made at once (ACCT.atomic).
 */
class InterleavingsTest {
  @ParameterizedTest
  @ValueSource(classes = {Locks.class, Allocations.class})
  void whatOverlapsAnswersAsInSequence(Class<?> calls) throws Exception {
    options(calls).check(calls);
  }

  /** Else the other test shows little. */
  @ParameterizedTest
  @ValueSource(classes = {Locks.TestsThenCharges.class, Allocations.TestsThenTakes.class})
  void whoTestsAndThenTakesIsFound(Class<?> faulty) throws Exception {
    ModelCheckingOptions options = options(faulty.getSuperclass());
    LincheckAssertionError e =
        assertThrows(LincheckAssertionError.class, () -> options.check(faulty));
    assertTrue(e.getMessage().contains("Invalid execution results"), e.getMessage());
  }

  private static ModelCheckingOptions options(Class<?> calls) throws ClassNotFoundException {
    return new ModelCheckingOptions()
        .iterations(20)
        .invocationsPerIteration(60)
        .threads(2)
        .actorsPerThread(2)
        .actorsBefore(0)
        .actorsAfter(1)
        .sequentialSpecification(Class.forName(calls.getName() + "$InSequence"))
        .addGuarantee(
            ManagedStrategyGuaranteeKt.forClasses(InterleavingsTest::isGuarded)
                .allMethods()
                .ignore());
  }

  /** What is only touched under the kernel's lock, or by one thread: nobody else comes between. */
  private static boolean isGuarded(String name) {
    return name.startsWith("java.util.")
        || (name.startsWith("umemtck.reference.kernel.") && !name.endsWith("Kernel"));
  }
}
