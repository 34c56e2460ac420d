package umemtck.tla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umemtck.tla.graph.Graph;
import umemtck.tla.graph.GraphDiff;
import umemtck.tla.graph.GraphFile;
import umemtck.tla.graph.Step;
import umemtck.tla.graph.Words;

/** The committed graphs: whole, canonical, and with all that the vocabulary says of their calls. */
class GraphTest {
  @TempDir Path work;
  private final ModelTable table = ModelTable.load();

  private List<Graph> graphs() throws IOException {
    List<Graph> all = new ArrayList<>();
    for (String name : table.graphs()) {
      all.add(Graphs.committed(table.model(name)));
    }
    return all;
  }

  @Test
  void aCallIsInTheGraphsWithAllItsActionsOrNotAtAll() throws IOException {
    Set<String> fired = new TreeSet<>();
    for (Graph g : graphs()) {
      g.steps().forEach(m -> m.keySet().forEach(s -> fired.add(s.action())));
    }
    Set<String> expected = new TreeSet<>();
    for (List<String> actions : Vocabulary.actions().values()) {
      if (actions.stream().anyMatch(fired::contains)) {
        expected.addAll(actions);
      }
    }
    assertEquals(expected, fired);
  }

  /** Each flag is granted, refused, put to sleep and woken wherever the contract has it so. */
  @Test
  void everyFlagMeetsEveryAnswer() throws IOException {
    Set<String> met = new TreeSet<>();
    for (Graph g : graphs()) {
      for (SortedMap<Step, Integer> steps : g.steps()) {
        for (Step s : steps.keySet()) {
          if (s.action().startsWith("UmemAlloc")) {
            met.add(s.action().substring("UmemAlloc".length()) + s.word(2));
          }
        }
      }
    }
    Set<String> expected = new TreeSet<>();
    for (int flag = 0; flag <= 5; flag++) {
      expected.add(String.valueOf(flag));
      expected.add("Refused" + flag);
      if (flag % 2 == 0) {
        expected.add("Sleeps" + flag);
        expected.add("Wakes" + flag);
      }
    }
    assertEquals(expected, met);
  }

  @Test
  void writingWhatWasReadGivesTheSameBytes() throws IOException {
    for (String name : table.graphs()) {
      Path file = work.resolve("again.jsonl");
      GraphFile.write(Graphs.committed(table.model(name)), file);
      Path committed =
          Path.of("src/main/resources/umemtck/tla/graph", Graphs.file(table.model(name)));
      assertEquals(-1, Files.mismatch(file, committed), name);
    }
  }

  @Test
  void everyStateAndStepCanBeToldInWords() throws IOException {
    for (Graph g : graphs()) {
      for (int n = 0; n < g.states().size(); n++) {
        assertFalse(Words.state(g.states().get(n)).isEmpty());
        g.steps().get(n).keySet().forEach(s -> assertFalse(Words.step(s).isEmpty()));
      }
    }
  }

  @Test
  void refusesAGraphThatIsNotWhatItsHeadSays() throws IOException {
    Path committed =
        Path.of("src/main/resources/umemtck/tla/graph", Graphs.file(table.model("ci/MCSizes")));
    List<String> lines = new ArrayList<>(Files.readAllLines(committed));
    lines.remove(lines.size() - 1);
    assertThrows(
        IOException.class,
        () -> GraphFile.read(new BufferedReader(new StringReader(String.join("\n", lines)))));
  }

  @Test
  void aChangeIsToldAsAChangeOfTheContract() throws IOException {
    Graph g = Graphs.committed(table.model("ci/MCSizes"));
    Step refusal =
        g.steps().get(g.init()).keySet().stream().filter(Step::isRefusal).findFirst().orElseThrow();
    Graph less = EditedGraphs.without(g, g.init(), refusal);
    GraphDiff diff = GraphDiff.of(g, less);
    assertEquals("removes 1 refusal", diff.summary());
    assertTrue(diff.removed().get(0).startsWith(Words.step(refusal)));
    assertTrue(GraphDiff.of(g, g).empty());
    assertEquals("adds 1 refusal", GraphDiff.of(less, g).summary());
  }
}
