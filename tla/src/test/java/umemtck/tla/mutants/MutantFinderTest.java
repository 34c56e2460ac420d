package umemtck.tla.mutants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umemtck.tla.Fork;

/** The generator, of a module whose mutants are known: all of them, and no other. */
class MutantFinderTest {
  @TempDir Path work;

  private List<Mutant> mutants() throws Exception {
    Fork fork = new Fork(Optional.empty(), Duration.ofMinutes(2));
    return MutantFinder.find(List.of(Jar.SOUGHT), Jar.spec(), fork, work).get(0).mutants();
  }

  @Test
  void findsWhatCanBeDroppedOrWeakened() throws Exception {
    // Nothing of sins, of what no step reaches, nor of UNCHANGED, which would leave no next value.
    assertEquals(
        List.of(
            "Jar/MayPut/1-true: m < 3  ->  TRUE",
            "Jar/MayPut/2-bound: m < 3  ->  <=",
            "Jar/Put/1-conjunct: MayPut(n)  ->  TRUE",
            "Jar/Put/2-unchanged: n' = n + 1  ->  UNCHANGED n",
            "Jar/Put/3-unchanged: answer' = IF n = 0 THEN \"first\" ELSE \"more\""
                + "  ->  UNCHANGED answer",
            "Jar/Put/4-false: n = 0  ->  FALSE",
            "Jar/Put/5-true: n = 0  ->  TRUE",
            "Jar/Take/1-conjunct: \\/ n > 0 \\/ \"TakesNothing\" \\in Sins  ->  TRUE",
            "Jar/Take/2-bound: n > 0  ->  >=",
            "Jar/Take/3-unchanged: n' = IF \"TakesTwo\" \\in Sins THEN n - 2 ELSE n - 1"
                + "  ->  UNCHANGED n",
            "Jar/Next/1-disjunct: Put  ->  FALSE",
            "Jar/Next/2-disjunct: Take  ->  FALSE"),
        mutants().stream().map(Mutant::toString).toList());
  }

  @Test
  void editsTheTextAndNothingElse() throws Exception {
    List<String> lines = Jar.MODULE.lines().toList();
    for (Mutant m : mutants()) {
      String edited = m.edited(lines);
      assertTrue(edited.contains(m.after()), () -> m + " is not in\n" + edited);
      long same =
          edited.lines().filter(lines::contains).distinct().count() + m.endLine() - m.line();
      assertTrue(same >= lines.size() - 1, () -> m + " edits more than it says:\n" + edited);
    }
  }
}
