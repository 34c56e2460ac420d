package umemtck.conformance.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import org.junit.jupiter.api.Test;
import umemtck.conformance.Faulty;
import umemtck.conformance.KitThreads;
import umemtck.conformance.session.MachineFault;
import umemtck.reference.ReferenceSubject;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.Feature;
import umemtck.spec.subject.UmemSubject;

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

  /** Who says nothing of stalls had no say in it. */
  @Test
  void why_it_is_not_driven_from_stall_to_stall() {
    UmemSubject silent =
        new ReferenceSubject() {
          @Override
          public Declaration declaration() {
            return Declaration.ofPageSize(4096);
          }
        };
    ExecSubject subject = new ExecSubject(() -> new ServedWire(silent), "0.1.0", 9, null);
    String reason = subject.declaration().reasons().get(Feature.STALLS);
    assertEquals("the protocol has one call at a time", reason);
    subject.close();
  }
}
