package umemtck.tla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umemtck.tla.equivalence.EquivalenceReport;
import umemtck.tla.equivalence.ModelEquivalence;

/** What every build proves: lanes ci and live with the models that must fail; equivalence. */
class VerifyTest {
  @TempDir Path work;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream print = new PrintStream(printed, true, StandardCharsets.UTF_8);

  private ModelOptions options(Lane lane) {
    return ModelOptions.of(lane, work.resolve("work")).withOut(work);
  }

  private String said() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  private static void validate(Path file, String schema) throws Exception {
    try (InputStream in =
        VerifyTest.class.getResourceAsStream("/umemtck/tla/schema/" + schema + ".schema.json")) {
      JsonSchema s = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in);
      assertEquals("[]", s.validate(new ObjectMapper().readTree(file.toFile())).toString());
    }
  }

  @Test
  void laneCiWithMustFails() throws Exception {
    ModelReport report = ModelCheck.run(options(Lane.CI), print);
    assertEquals(0, report.exit(), this::said);
    assertTrue(report.models().stream().anyMatch(m -> m.verdict().equals("fail")));
    validate(work.resolve("models.json"), ModelReport.SCHEMA);
    everyActionOfTheVocabularyFired(report);
  }

  /** In a contract that does not sin. A step that the vocabulary has no name for is none of it. */
  private static void everyActionOfTheVocabularyFired(ModelReport report) throws IOException {
    Set<String> named = new TreeSet<>();
    Vocabulary.actions().values().forEach(named::addAll);
    Set<String> fired = new TreeSet<>();
    for (ModelResult m : report.models()) {
      if (m.expect().equals("pass")) {
        fired.addAll(m.fired());
      }
    }
    assertEquals(named, fired);
  }

  @Test
  void laneLive() throws Exception {
    assertEquals(0, ModelCheck.run(options(Lane.LIVE), print).exit(), this::said);
  }

  @Test
  void equivalence() throws Exception {
    EquivalenceReport report = ModelEquivalence.run(options(Lane.CI), print);
    assertEquals(
        0,
        report.exit(),
        () ->
            said()
                + "If the specification was changed on purpose, write its graphs anew (see"
                + " README.md, \"When you change the specification\") and commit them with it.");
    validate(work.resolve("equivalence.json"), EquivalenceReport.SCHEMA);
  }
}
