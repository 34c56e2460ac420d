package umemtck.tla.mutants;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umemtck.tla.Fork;

/** The judge of mutants, of mutants whose fate is known. */
class MutantCheckTest {
  @TempDir Path work;

  private Row row(String id) throws Exception {
    Fork fork = new Fork(Optional.empty(), Duration.ofMinutes(2));
    Mutant mutant =
        MutantFinder.find(List.of(Jar.SOUGHT), Jar.spec(), fork, work).get(0).mutants().stream()
            .filter(m -> m.id().equals(id))
            .findFirst()
            .orElseThrow();
    return row(mutant);
  }

  private Row row(Mutant mutant) throws Exception {
    Map<Layer, Sight> sights = ask(mutant);
    return sights.isEmpty()
        ? Row.without(mutant, Row.DOES_NOT_PARSE)
        : Row.of(mutant, sights, true);
  }

  private Map<Layer, Sight> ask(Mutant mutant) throws Exception {
    Fork fork = new Fork(Optional.empty(), Duration.ofMinutes(2));
    return new MutantCheck(Jar.spec(), fork, work).ask(mutant, List.of("Jar"));
  }

  @Test
  void nothingIsNoticedAsItIs() throws Exception {
    assertEquals(List.of(), ask(null).values().stream().filter(Sight::saw).toList());
  }

  @Test
  void anInvariantKillsAndSaysSo() throws Exception {
    Row row = row("Jar/MayPut/2-bound");
    assertEquals(Row.KILLED, row.verdict());
    assertEquals(Map.of("properties", "ci/Jar: AtMost"), row.sees());
  }

  @Test
  void aMustFailModelKillsIfItDoesNotFail() throws Exception {
    Row row = row("Jar/Next/2-disjunct");
    assertEquals(Row.KILLED, row.verdict());
    assertEquals("must-fail/TakesNothing: does not break NotNegative", row.sees().get("must-fail"));
    assertEquals(List.of("evaluation", "properties"), row.misses());
  }

  @Test
  void aCountAloneKillsNothing() throws Exception {
    Row row = row("Jar/Put/5-true");
    assertEquals(Row.SURVIVES, row.verdict());
    assertEquals(List.of("counts"), List.copyOf(row.sees().keySet()));
  }

  @Test
  void whatIsNotTlaIsThrownOut() throws Exception {
    Mutant m = new Mutant("Jar/Put/9-odd", "Jar", "Put", "odd", 7, 11, 7, 19, "MayPut(n)", "/\\ (");
    assertEquals(Row.DOES_NOT_PARSE, row(m).verdict());
  }
}
