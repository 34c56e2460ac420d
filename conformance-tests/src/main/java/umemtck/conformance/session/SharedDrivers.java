package umemtck.conformance.session;

import umemtck.reference.driver.ExampleDriver;
import umemtck.spec.subject.SharedDriver;
import umemtck.spec.subject.UmemSubject;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/** Whose driver of Example 10-4 is asked: the subject's own, or the kit's on the subject. */
final class SharedDrivers {
  private SharedDrivers() {}

  /**
   * That of a machine; null if there is none.
   *
   * @param subject whose machine it is
   * @param system as it was booted
   * @param waits of the machine
   */
  static SharedDriver of(UmemSubject subject, UmemSystem system, Waits waits) {
    SharedDriver own = system.sharedDriver().orElse(null);
    return own == null && system.devmap().isPresent()
        ? example(system, subject.declaration().pageSize(), waits)
        : own;
  }

  /** The kit's own, for a subject in Java that offers DEVMAP and brings none. */
  private static SharedDriver example(UmemSystem system, long pageSize, Waits waits) {
    return new ExampleDriver(system, pageSize, waits);
  }
}
