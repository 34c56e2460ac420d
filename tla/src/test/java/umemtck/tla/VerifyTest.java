package umemtck.tla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.ByteArrayOutputStream;
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

/**
 * What every build proves, if it is not proved: lanes ci and live with the models that must fail;
 * equivalence.
 */
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
    AsBefore before = AsBefore.orElse("laneCiWithMustFails");
    ModelReport report = ModelCheck.run(options(Lane.CI), print);
    assertEquals(0, report.exit(), this::said);
    assertTrue(report.models().stream().anyMatch(m -> m.verdict().equals("fail")));
    validate(work.resolve("models.json"), ModelReport.SCHEMA);
    Set<String> named = new TreeSet<>();
    Vocabulary.actions().values().forEach(named::addAll);
    Set<String> contract = fired(report, "MCUmem");
    contract.addAll(fired(report, "MCUmemLock"));
    contract.addAll(fired(report, "MCUmemIo"));
    contract.addAll(fired(report, "MCUmemDevmap"));
    // A step that the vocabulary has no name for is none of the contract.
    assertEquals(named, contract);
    assertTrue(fired(report, "MCUmemLockSteps").size() >= 20);
    assertTrue(fired(report, "MCDevmapSteps").size() >= 11);
    assertTrue(fired(report, "MCSharedDriver").size() >= 16);
    before.holds();
  }

  /** The actions that fire in the models of a module that do not sin: all that it has. */
  private static Set<String> fired(ModelReport report, String module) {
    Set<String> fired = new TreeSet<>();
    Set<String> idle = new TreeSet<>();
    for (ModelResult m : report.models()) {
      if (m.expect().equals("pass") && ModelTable.load().model(m.name()).module().equals(module)) {
        fired.addAll(m.fired());
        idle.addAll(m.idle());
      }
    }
    idle.removeAll(fired);
    assertEquals(Set.of(), idle, () -> "no model of " + module + " ever does that");
    return fired;
  }

  @Test
  void laneLive() throws Exception {
    AsBefore before = AsBefore.orElse("laneLive");
    assertEquals(0, ModelCheck.run(options(Lane.LIVE), print).exit(), this::said);
    before.holds();
  }

  @Test
  void equivalence() throws Exception {
    AsBefore before = AsBefore.orElse("equivalence");
    EquivalenceReport report = ModelEquivalence.run(options(Lane.CI), print);
    assertEquals(
        0,
        report.exit(),
        () ->
            said()
                + "If the specification was changed on purpose, write its graphs anew (see"
                + " README.md, \"When you change the specification\") and commit them with it.");
    validate(work.resolve("equivalence.json"), EquivalenceReport.SCHEMA);
    before.holds();
  }
}
