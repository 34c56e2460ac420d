package umemtck.tla.mutants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umemtck.tla.Fork;
import umemtck.tla.ModelTable;

/**
 * The committed results are of the specification as it is now. That they are right only {@code
 * ./umem-tck model --mutants} can say; it takes too long for a build.
 */
class MutantResultsTest {
  private static final String AGAIN =
      "\nThe specification has changed since its mutants were run. Run ./umem-tck model --mutants"
          + " --only MODULE and copy umem-tck-out/model/mutants.json to"
          + " tla/src/main/resources/umemtck/tla/mutants.";

  @TempDir Path work;

  private List<Found> found() throws Exception {
    Fork fork = new Fork(Optional.empty(), Duration.ofMinutes(2));
    return MutantFinder.find(Family.all(), Spec.shipped(), fork, work);
  }

  @Test
  void everyMutantThatThereIsNowIsCommitted() throws Exception {
    Map<String, String> committed = new LinkedHashMap<>();
    MutantFiles.results().forEach(r -> committed.put(r.id(), r.before() + " -> " + r.after()));
    Map<String, String> now = new LinkedHashMap<>();
    found()
        .forEach(f -> f.mutants().forEach(m -> now.put(m.id(), m.before() + " -> " + m.after())));
    List<String> wrong = new ArrayList<>();
    now.forEach((id, text) -> difference(wrong, id, committed.get(id), text));
    committed.keySet().stream().filter(id -> !now.containsKey(id)).forEach(wrong::add);
    assertEquals("", String.join("\n", wrong), AGAIN);
  }

  private static void difference(List<String> wrong, String id, String committed, String now) {
    if (!now.equals(committed)) {
      wrong.add(id + ": committed " + committed + ", now " + now);
    }
  }

  @Test
  void whatSurvivesHasAReasonAndNothingElse() throws Exception {
    MutantRows rows = new MutantRows(found(), MutantFiles.results());
    assertEquals(List.of(), rows.wrong(MutantFiles.survivors(), rows.mutants()));
  }

  /** A killer that is gone kills nothing. */
  @Test
  void whatKilledIsStillThere() throws Exception {
    ModelTable table = ModelTable.load();
    List<String> wrong = new ArrayList<>();
    for (Row row : MutantFiles.results()) {
      row.sees().forEach((layer, by) -> gone(table, layer, by, row.id(), wrong));
    }
    assertEquals(List.of(), wrong, AGAIN);
  }

  private static void gone(
      ModelTable table, String layer, String by, String id, List<String> wrong) {
    String model = by.substring(0, by.indexOf(": "));
    List<String> checked = table.model(model).checked();
    List<String> named = List.of(by.substring(model.length() + 2).split(", "));
    boolean names = List.of("properties", "refinement").contains(layer);
    if (names && named.stream().noneMatch(checked::contains)) {
      wrong.add(id + ": " + model + " does not check " + named);
    }
  }

  @Test
  void theyAreWhatTheSchemaSays() throws Exception {
    try (InputStream in =
            getClass().getResourceAsStream("/umemtck/tla/schema/mutants-1.schema.json");
        InputStream results = getClass().getResourceAsStream("/umemtck/tla/mutants/mutants.json")) {
      JsonSchema s = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in);
      assertEquals("[]", s.validate(new ObjectMapper().readTree(results)).toString());
    }
    assertTrue(MutantFiles.results().size() > 100);
  }
}
