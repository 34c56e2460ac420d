package umemtck.conformance.session;

import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.UmemSubject;
import umemtck.spec.subject.Waits;

/** A subject in Java, in this process. */
public record JavaSubject(UmemSubject subject) implements Subject {
  @Override
  public String name() {
    return subject.name();
  }

  @Override
  public String version() {
    return subject.version();
  }

  @Override
  public Declaration declaration() {
    return subject.declaration();
  }

  @Override
  public Machine boot(long seed, Waits waits) {
    return JavaMachine.boot(subject, seed, waits);
  }
}
