package umemtck.conformance.report;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.qameta.allure.Allure;
import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.junitplatform.AllureJunitPlatform;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.reporting.legacy.xml.LegacyXmlReportGeneratingListener;
import umemtck.conformance.catalogue.Catalogue;
import umemtck.conformance.suite.ClauseVerdict;
import umemtck.conformance.suite.Results;

/** The files of a run: verdicts, replay files, JUnit XML and Allure results. */
public final class Reports {
  /** The file that a machine reads first. */
  public static final String VERDICTS = "verdicts.json";

  /** Which edges of the graphs were covered. */
  private static final String EDGES = "edges.json";

  /** The conformance statement. */
  private static final String STATEMENT = "statement.txt";

  private static volatile Reports current;

  private final Path out;
  private final Results results;
  private final Catalogue catalogue;
  private final String subjectWords;

  private Reports(Path out, Results results, Catalogue catalogue, String subjectWords) {
    this.out = out;
    this.results = results;
    this.catalogue = catalogue;
    this.subjectWords = subjectWords;
  }

  /** The reports of a run, not written yet; {@code subjectWords} find the subject again. */
  public static Reports of(Path out, Results results, Catalogue catalogue, String subjectWords) {
    return new Reports(out, results, catalogue, subjectWords);
  }

  static Reports current() {
    return current;
  }

  Results results() {
    return results;
  }

  /** Removes what an earlier run left, so that nothing stale is taken for this run's. */
  public static void clear(Path out) throws IOException {
    for (String name :
        new String[] {VERDICTS, EDGES, STATEMENT, "replay", "junit", "allure-results"}) {
      Path old = out.resolve(name);
      if (Files.exists(old)) {
        try (Stream<Path> all = Files.walk(old)) {
          for (Path p : all.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(p);
          }
        }
      }
    }
    Files.createDirectories(out);
  }

  /** Writes the verdicts and the replay files: what is the same byte for byte. */
  public void write() throws IOException {
    Json.write(out.resolve(VERDICTS), VerdictsFile.of(results));
    if (!results.toured().isEmpty()) {
      Json.write(out.resolve(EDGES), EdgesFile.of(results));
    }
    Files.write(out.resolve(STATEMENT), Statement.lines(results));
    for (ClauseVerdict v : results.verdicts()) {
      if (v.finding().isPresent()) {
        Json.write(replayFile(v), ReplayFile.of(results, v.finding().get()));
      }
    }
  }

  /** Writes JUnit XML and Allure results, which carry times and hosts. */
  public void writeTestReports() {
    current = this;
    AllureLifecycle lifecycle =
        new AllureLifecycle(new FileSystemResultsWriter(out.resolve("allure-results")));
    Allure.setLifecycle(lifecycle);
    LauncherConfig config =
        LauncherConfig.builder()
            .enableTestExecutionListenerAutoRegistration(false)
            .enableLauncherSessionListenerAutoRegistration(false)
            .build();
    Path junit = out.resolve("junit");
    try {
      Files.createDirectories(junit);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    LauncherFactory.create(config)
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(VerdictTests.class))
                .filters(EngineFilter.includeEngines("junit-jupiter"))
                .build(),
            new LegacyXmlReportGeneratingListener(
                junit, new PrintWriter(java.io.Writer.nullWriter())),
            new AllureJunitPlatform(lifecycle));
  }

  /** The text of a failure. */
  public String failure(ClauseVerdict v) {
    return String.join("\n", FailureText.lines(results, v, catalogue, again(v))) + "\n";
  }

  private String again(ClauseVerdict v) {
    return "./umem-tck replay "
        + Shell.word(replayFile(v).toString())
        + " --subject "
        + subjectWords;
  }

  private Path replayFile(ClauseVerdict v) {
    return out.resolve("replay").resolve(v.clause().id() + ".json");
  }
}
