package umemtck.conformance.session;

import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.Feature;
import umemtck.spec.subject.UmemSubject;
import umemtck.spec.subject.Waits;

/**
 * A subject in Java, in this process.
 *
 * @param runsFreely whether calls that overlap do so as the threads come, wherever they stall
 */
public record JavaSubject(UmemSubject subject, boolean runsFreely) implements Subject {
  /** One whose calls overlap where it stalls. */
  public JavaSubject(UmemSubject subject) {
    this(subject, false);
  }

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
    Declaration declared = subject.declaration();
    return runsFreely ? declared.offering(Feature.STALLS) : declared;
  }

  @Override
  public Machine boot(long seed, Waits waits) {
    return JavaMachine.boot(subject, seed, waits);
  }
}
