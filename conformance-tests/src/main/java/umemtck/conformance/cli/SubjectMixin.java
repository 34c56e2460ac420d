package umemtck.conformance.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import umemtck.conformance.UserError;
import umemtck.conformance.exec.ExecSubject;
import umemtck.conformance.report.Kit;
import umemtck.conformance.report.Shell;
import umemtck.conformance.subject.Subjects;
import umemtck.spec.Profile;

/** Which subject, by whose contract. */
final class SubjectMixin {
  @Option(
      names = "--subject",
      paramLabel = "SUBJECT",
      description = {
        "reference, reference:illumos, zoo:NAME,",
        "java:CLASSPATH of your own (jars and class folders),",
        "or exec:COMMAND, a child process that speaks the protocol."
      })
  private String subject;

  @Option(
      names = "--restarts",
      paramLabel = "N",
      description = "How often a child may be lost before it is given up; 5000.")
  private int restarts = ExecSubject.RESTARTS;

  @Option(
      names = "--emit-requests",
      paramLabel = "FILE",
      description = "Keeps what was sent to the child, to send it by hand.")
  private Path requests;

  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      description = "documented or illumos; the subject's own if left out.")
  private String profile;

  Subjects.Found find(String otherwise) {
    Subjects.Found found =
        Subjects.find(
            subject == null ? otherwise : subject,
            new Subjects.Children(Kit.VERSION, restarts, requests));
    return profile == null ? found : new Subjects.Found(found.subject(), named(profile));
  }

  /** The words that find the same subject again. */
  String words(String otherwise) {
    return Shell.word(subject == null ? otherwise : subject)
        + (profile == null ? "" : " --profile " + profile);
  }

  /** Whom to judge if nobody is named: the reference kernel that keeps the contract asked for. */
  String reference() {
    return Profile.ILLUMOS.word().equals(profile) ? "reference:illumos" : "reference";
  }

  boolean saysProfile() {
    return profile != null;
  }

  static Profile named(String word) {
    try {
      return Profile.of(word);
    } catch (IllegalArgumentException e) {
      throw UserError.usage("--profile " + word + ": " + e.getMessage() + ".", "Say one of them.");
    }
  }
}
