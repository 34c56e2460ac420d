package umemtck.conformance.subject;

import java.util.Optional;
import umemtck.conformance.session.Machine;
import umemtck.conformance.session.Subject;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.Waits;

/**
 * A subject that said who it is. It is not asked again: what it throws, or says otherwise, while a
 * report is written would be the kit's trouble.
 */
record Admitted(String name, String version, Declaration declaration, Subject subject)
    implements Subject {
  @Override
  public Machine boot(long seed, Waits waits) {
    return subject.boot(seed, waits);
  }

  @Override
  public boolean runsFreely() {
    return subject.runsFreely();
  }

  @Override
  public boolean kill(String why) {
    return subject.kill(why);
  }

  @Override
  public Optional<String> gone() {
    return subject.gone();
  }

  @Override
  public void close() {
    subject.close();
  }
}
