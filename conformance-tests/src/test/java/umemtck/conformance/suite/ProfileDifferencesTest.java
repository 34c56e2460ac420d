package umemtck.conformance.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import umemtck.conformance.catalogue.Catalogue;
import umemtck.conformance.session.Bench;
import umemtck.reference.ReferenceSubject;
import umemtck.spec.Profile;

/** A kernel that keeps one profile, judged by the other, breaks what the table says and no more. */
class ProfileDifferencesTest {
  /** As in a run: what happens seldom must happen. */
  private static final int TRIES = 100;

  private static final Set<Verdict> AT_EASE = Set.of(Verdict.PASS, Verdict.NOTED, Verdict.EXCLUDED);

  @Test
  void the_illumos_kernel_under_documented() throws IOException {
    assertEquals(
        table("illumos-kernel-under-documented"), judged(Profile.ILLUMOS, Profile.DOCUMENTED));
  }

  @Test
  void the_documented_kernel_under_illumos() throws IOException {
    assertEquals(
        table("documented-kernel-under-illumos"), judged(Profile.DOCUMENTED, Profile.ILLUMOS));
  }

  private static Map<String, Set<String>> judged(Profile kernel, Profile by) {
    Results results =
        Suite.run(
            new Bench(new ReferenceSubject(kernel), by),
            Catalogue.load(),
            RunSettings.of(1).withTries(TRIES),
            KnownIssues.NONE,
            Suite.Progress.SILENT);
    Map<String, Set<String>> found = new TreeMap<>();
    for (ClauseVerdict v : results.verdicts()) {
      if (!AT_EASE.contains(v.verdict())) {
        found.computeIfAbsent(v.verdict().name(), k -> new TreeSet<>()).add(v.clause().id());
      }
    }
    return found;
  }

  private static Map<String, Set<String>> table(String of) throws IOException {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try (InputStream yaml =
        ProfileDifferencesTest.class.getResourceAsStream(
            "/umemtck/conformance/profile-differences.yaml")) {
      Map<String, Map<String, List<String>>> all =
          new Yaml(new SafeConstructor(options)).load(yaml);
      Map<String, Set<String>> table = new TreeMap<>();
      all.get(of).forEach((verdict, ids) -> table.put(verdict, new TreeSet<>(ids)));
      return table;
    }
  }
}
