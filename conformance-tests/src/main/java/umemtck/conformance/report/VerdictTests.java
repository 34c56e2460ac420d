package umemtck.conformance.report;

import io.qameta.allure.Allure;
import io.qameta.allure.model.Label;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;
import umemtck.conformance.suite.ClauseVerdict;
import umemtck.conformance.suite.Verdict;

/**
 * The verdicts as JUnit tests, one a clause, so that JUnit XML and Allure come from their own
 * adapters: FAIL is a failed assertion, UNRESOLVED and UNTESTED are broken, KNOWN and UNSUPPORTED
 * are skipped; what is EXCLUDED is no test.
 */
final class VerdictTests {
  private static final Set<String> ADAPTERS =
      Set.of("suite", "package", "testClass", "testMethod", "host", "thread");

  @TestFactory
  Stream<DynamicTest> clauses() {
    Reports reports = Reports.current();
    return reports.results().verdicts().stream()
        .filter(v -> v.verdict() != Verdict.EXCLUDED)
        .map(v -> DynamicTest.dynamicTest(v.clause().id(), () -> clause(reports, v)));
  }

  private static void clause(Reports reports, ClauseVerdict v) {
    Allure.getLifecycle()
        .updateTestCase(
            result -> {
              String subject = reports.results().bench().subject().name();
              String id = subject + "/" + v.clause().id();
              result.setName(v.clause().id());
              result.setFullName(v.clause().id());
              result.setTestCaseId(hash(v.clause().id()));
              result.setHistoryId(hash(id));
              result.setDescription(v.clause().statement());
              // By area rather than by Java class; and nothing of the machine.
              result.getLabels().removeIf(label -> ADAPTERS.contains(label.getName()));
              result.getLabels().add(new Label().setName("suite").setValue(v.clause().area()));
            });
    Allure.label("requirement", v.clause().id());
    Allure.epic(v.clause().area());
    Allure.label("verdict", v.verdict().name());
    Allure.label("profile", reports.results().bench().profile().word());
    Allure.label("subject", reports.results().bench().subject().name());
    v.finding()
        .ifPresent(
            f -> {
              Allure.addAttachment("failure.txt", reports.failure(v));
              Allure.addAttachment(
                  "replay.json",
                  "application/json",
                  Json.text(ReplayFile.of(reports.results(), f)),
                  ".json");
            });
    switch (v.verdict()) {
      case FAIL -> throw new AssertionFailedError(reports.failure(v));
      case UNRESOLVED, UNTESTED -> throw new NotJudged(v.verdict() + ": " + v.reason());
      case KNOWN, UNSUPPORTED -> throw new TestAbortedException(v.verdict() + ": " + v.reason());
      default -> {
        if (!v.reason().isEmpty()) {
          Allure.step(v.verdict() + ": " + v.reason());
        }
      }
    }
  }

  private static String hash(String id) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(id.getBytes(StandardCharsets.UTF_8));
  }

  /** Nothing is known of the clause: not the contract's failure. */
  private static final class NotJudged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotJudged(String why) {
      super(why, null, false, false);
    }
  }
}
