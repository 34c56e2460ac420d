package umemtck.conformance.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import umemtck.conformance.UserError;
import umemtck.conformance.exec.ExecSubject;
import umemtck.conformance.report.Kit;
import umemtck.conformance.report.Shell;
import umemtck.conformance.session.JavaSubject;
import umemtck.conformance.session.Subject;
import umemtck.conformance.subject.Subjects;
import umemtck.spec.Profile;
import umemtck.spec.subject.Feature;

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

  @Option(
      names = "--free-threads",
      description = {
        "Let calls overlap in threads that run freely, for a subject in Java",
        "that does not say where they stall. By chance: no try is the same again."
      })
  private boolean freeThreads;

  Subjects.Found find(String otherwise) {
    Subjects.Found found = judged(otherwise);
    return freeThreads ? new Subjects.Found(freely(found.subject()), found.profile()) : found;
  }

  private static Subject freely(Subject subject) {
    if (!(subject instanceof JavaSubject java)) {
      throw UserError.usage(
          "--free-threads: calls of a child do not overlap: its protocol has one at a time.",
          "Leave it out, or plug the subject in with java:CLASSPATH.");
    }
    if (java.declaration().offers(Feature.STALLS)) {
      throw UserError.usage(
          "--free-threads: this subject declares STALLS: the kit drives its calls, and what it"
              + " finds it finds again.",
          "Leave --free-threads out.");
    }
    if (!java.declaration().offers(Feature.SETTLE)) {
      throw UserError.usage(
          "--free-threads: this subject does not declare SETTLE: whether a call of it waits, or"
              + " still runs, cannot be told.",
          "Let it wait through Waits alone, and declare SETTLE.");
    }
    return new JavaSubject(java.subject(), true);
  }

  private Subjects.Found judged(String otherwise) {
    Subjects.Found found =
        Subjects.find(
            subject == null ? otherwise : subject,
            new Subjects.Children(Kit.VERSION, restarts, requests));
    return profile == null ? found : new Subjects.Found(found.subject(), named(profile));
  }

  /** The words that find the same subject again. */
  String words(String otherwise) {
    return Shell.word(subject == null ? otherwise : subject)
        + (profile == null ? "" : " --profile " + profile)
        + (freeThreads ? " --free-threads" : "");
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
