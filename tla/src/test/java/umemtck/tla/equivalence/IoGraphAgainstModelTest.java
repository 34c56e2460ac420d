package umemtck.tla.equivalence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import umemtck.reference.model.Answer;
import umemtck.reference.model.UmemState;
import umemtck.spec.Profile;
import umemtck.tla.Graphs;
import umemtck.tla.ModelTable;
import umemtck.tla.graph.Graph;
import umemtck.tla.graph.IoBounds;
import umemtck.tla.graph.IoState;
import umemtck.tla.graph.Step;

/**
 * The comparison of bufs sees one step too few, one too many, one that leads astray, and an answer
 * of Java that is not what it was; and it does not take a known difference for an excuse.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IoGraphAgainstModelTest {
  private final Graph bounds = load("ci/MCIoBounds");
  private final Graph arguments = load("ci/MCIoArguments");
  private final Graph owners = load("ci/MCIoOwners");
  private final Graph overlap = load("ci/MCIoOverlap");
  private final Graph transfer = load("ci/MCIoTransfer");

  private static Graph load(String name) {
    try {
      return Graphs.committed(ModelTable.load().model(name));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> differences(Graph g) {
    return new IoGraphAgainstModel(g, Profile.DOCUMENTED).differences();
  }

  /** What is found if Java answers otherwise. */
  private static List<String> lied(Graph g, BiFunction<Step, Answer, Answer> lie) {
    IoSide liar =
        new IoSide((IoBounds) g.bounds(), Profile.DOCUMENTED) {
          @Override
          Answer take(UmemState s, Step step) {
            return lie.apply(step, super.take(s, step));
          }
        };
    return new IoGraphAgainstModel(g, liar).differences();
  }

  private static void tells(List<String> differences, String... words) {
    assertFalse(differences.isEmpty(), "no difference was found");
    for (String w : words) {
      assertTrue(differences.get(0).contains(w), () -> "no '" + w + "' in " + differences.get(0));
    }
  }

  /** The first state that has a step. */
  private static int having(Graph g, Step step) {
    return IntStream.range(0, g.states().size())
        .filter(n -> g.steps().get(n).containsKey(step))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no state has " + step));
  }

  private static IoState state(Graph g, int n) {
    return (IoState) g.states().get(n);
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void bothProfilesSayTheSame(Profile profile) {
    for (Graph g : List.of(bounds, arguments, owners, overlap, transfer)) {
      assertEquals(List.of(), new IoGraphAgainstModel(g, profile).differences());
    }
  }
}
