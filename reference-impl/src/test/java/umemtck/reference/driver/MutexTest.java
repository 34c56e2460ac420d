package umemtck.reference.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import umemtck.reference.MonitorWaits;

/** One thread at a time, and the others are woken. */
class MutexTest {
  private final MonitorWaits waits = new MonitorWaits();
  private final Mutex mutex = new Mutex(waits);

  @Test
  void oneAtATime() {
    mutex.enter();
    int[] entered = {0};
    var one = waits.start(() -> enterAndCount(entered));
    var two = waits.start(() -> enterAndCount(entered));
    assertEquals(2, waits.settle());
    mutex.exit();
    assertEquals(1, waits.settle(), "one has it, the other waits");
    assertEquals(1, entered[0]);
    assertFalse(one.isDone() && two.isDone());
    mutex.exit();
    assertEquals(0, waits.settle());
    assertTrue(one.isDone() && two.isDone());
    assertEquals(2, entered[0]);
  }

  private Void enterAndCount(int[] entered) {
    mutex.enter();
    entered[0]++;
    return null;
  }
}
