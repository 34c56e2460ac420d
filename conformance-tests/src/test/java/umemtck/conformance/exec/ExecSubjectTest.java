package umemtck.conformance.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import org.junit.jupiter.api.Test;
import umemtck.conformance.Faulty;
import umemtck.conformance.KitThreads;
import umemtck.conformance.session.MachineFault;

/** When a child is started, and when none is. */
final class ExecSubjectTest {
  /** A run that was given up comes back when what it waited for happens after all. */
  @Test
  void after_its_end_nothing_is_begun() {
    Set<String> before = KitThreads.busy();
    ExecSubject subject = new ExecSubject(() -> new ServedWire(Faulty.none()), "0.1.0", 9, null);
    assertEquals("sound", subject.name());
    subject.close();
    MachineFault fault = assertThrows(MachineFault.class, () -> subject.boot(1, null));
    assertEquals("the run is over", fault.getMessage());
    assertEquals(Set.of(), KitThreads.more(before), "a child that was started all the same");
  }
}
