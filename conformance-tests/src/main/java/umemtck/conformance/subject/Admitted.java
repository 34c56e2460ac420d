package umemtck.conformance.subject;

import umemtck.spec.subject.BootOptions;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.UmemSubject;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * A subject that said who it is. It is not asked again: what it throws, or says otherwise, while a
 * report is written would be the kit's trouble.
 */
record Admitted(
    String name, String version, String specVersion, Declaration declaration, UmemSubject subject)
    implements UmemSubject {
  @Override
  public UmemSystem boot(BootOptions options, Waits waits) {
    return subject.boot(options, waits);
  }
}
