package umemtck.conformance.subject;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import umemtck.conformance.UserError;
import umemtck.conformance.exec.ExecSubject;
import umemtck.conformance.session.JavaSubject;
import umemtck.conformance.session.Subject;
import umemtck.conformance.zoo.Resident;
import umemtck.conformance.zoo.Zoo;
import umemtck.reference.ReferenceSubject;
import umemtck.spec.Profile;
import umemtck.spec.SpecVersion;
import umemtck.spec.subject.UmemSubject;

/** Finds a subject by what the command line says of it. */
public final class Subjects {
  private static final String FORMS =
      "Say reference, reference:illumos, zoo:NAME, java:CLASSPATH or exec:COMMAND.";

  private Subjects() {}

  /**
   * A subject, and by whose contract it is judged unless something else is said.
   *
   * @param subject found
   * @param profile its own
   */
  public record Found(Subject subject, Profile profile) {
    /** A subject in Java. */
    public Found(UmemSubject subject, Profile profile) {
      this(new JavaSubject(subject), profile);
    }
  }

  /**
   * Finds a subject.
   *
   * @throws UserError if there is none such, or it cannot be loaded
   */
  public static Found find(String words, Children children) {
    int colon = words.indexOf(':');
    String kind = colon < 0 ? words : words.substring(0, colon);
    String rest = colon < 0 ? "" : words.substring(colon + 1);
    return switch (kind) {
      case "reference" -> reference(rest);
      case "zoo" -> zoo(rest);
      case "java" -> new Found(java(rest), Profile.DOCUMENTED);
      case "exec" -> new Found(exec(rest, children), Profile.DOCUMENTED);
      default -> throw UserError.usage("--subject " + words + ": no such kind of subject.", FORMS);
    };
  }

  /**
   * How children are kept.
   *
   * @param kit version of the kit
   * @param restarts how often one may be lost
   * @param requests file for the requests as they are sent; null for none
   */
  public record Children(String kit, int restarts, Path requests) {}

  private static ExecSubject exec(String command, Children children) {
    if (command.isBlank()) {
      throw UserError.usage(
          "--subject exec: no command.", "Say what starts the subject: exec:\"./my-port\".");
    }
    return new ExecSubject(command, children.kit(), children.restarts(), children.requests());
  }

  private static Found reference(String rest) {
    try {
      Profile profile = rest.isEmpty() ? Profile.DOCUMENTED : Profile.of(rest);
      return new Found(new ReferenceSubject(profile), profile);
    } catch (IllegalArgumentException e) {
      throw UserError.usage("--subject reference:" + rest + ": " + e.getMessage() + ".", FORMS);
    }
  }

  private static Found zoo(String name) {
    Resident r =
        Zoo.find(name)
            .orElseThrow(
                () ->
                    UserError.usage(
                        "--subject zoo:" + name + ": the zoo has no such resident.",
                        "Of its "
                            + Zoo.names().size()
                            + " residents these are called most alike: "
                            + String.join(", ", alike(name))
                            + "; explain CLAUSE names those that break a clause."));
    return new Found(r.subject().get(), r.profile());
  }

  /** The residents whose names have the most words in common with one, at most five. */
  private static List<String> alike(String name) {
    Set<String> words = words(name);
    return Zoo.names().stream()
        .sorted(Comparator.comparing(n -> -words(n).stream().filter(words::contains).count()))
        .limit(5)
        .toList();
  }

  private static Set<String> words(String name) {
    return Set.copyOf(Arrays.asList(name.split("(?=[A-Z])")));
  }

  private static UmemSubject java(String classpath) {
    List<URL> urls = new ArrayList<>();
    for (String entry : classpath.split(File.pathSeparator)) {
      if (entry.isEmpty() || !Files.exists(Path.of(entry))) {
        throw UserError.usage(
            "--subject java:" + classpath + ": there is no file or folder '" + entry + "'.",
            "Give the jars and class folders of the subject, separated by '"
                + File.pathSeparator
                + "'.");
      }
      try {
        urls.add(Path.of(entry).toUri().toURL());
      } catch (MalformedURLException e) {
        throw UserError.usage("--subject java: not a path: " + entry, FORMS);
      }
    }
    return provider(new URLClassLoader(urls.toArray(new URL[0]), new SpecOnlyLoader()), classpath);
  }

  private static UmemSubject provider(ClassLoader loader, String classpath) {
    List<UmemSubject> found = new ArrayList<>();
    try {
      ServiceLoader.load(UmemSubject.class, loader).forEach(found::add);
    } catch (ServiceConfigurationError | LinkageError e) {
      // ServiceLoader begins with the name of the interface, which everybody knows here.
      String what = String.valueOf(e.getMessage()).replace(UmemSubject.class.getName() + ": ", "");
      String why = e.getCause() == null ? what : what + ": " + e.getCause();
      throw UserError.adapter(
          "The subject cannot be loaded: " + why + ".",
          "The class must be public, with a public constructor without arguments, and compiled"
              + " against umem-tck-spec "
              + SpecVersion.CURRENT
              + ".");
    }
    if (found.isEmpty()) {
      throw UserError.adapter(
          "No subject in " + classpath + ".",
          "Name its class in META-INF/services/" + UmemSubject.class.getName() + ".");
    }
    if (found.size() > 1) {
      throw UserError.adapter(
          "More than one subject in "
              + classpath
              + ": "
              + String.join(", ", found.stream().map(s -> s.getClass().getName()).toList()),
          "Leave one in META-INF/services/" + UmemSubject.class.getName() + ".");
    }
    return found.get(0);
  }
}
