package umemtck.conformance.cli;

import picocli.CommandLine.Option;
import umemtck.conformance.UserError;
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
        "or java:CLASSPATH of your own (jars and class folders)."
      })
  private String subject;

  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      description = "documented or illumos; the subject's own if left out.")
  private String profile;

  Subjects.Found find(String otherwise) {
    Subjects.Found found = Subjects.find(subject == null ? otherwise : subject);
    return profile == null ? found : new Subjects.Found(found.subject(), named(profile));
  }

  /** The words that find the same subject again. */
  String words(String otherwise) {
    return Shell.word(subject == null ? otherwise : subject)
        + (profile == null ? "" : " --profile " + profile);
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
