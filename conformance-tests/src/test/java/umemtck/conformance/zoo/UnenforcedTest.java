package umemtck.conformance.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import umemtck.conformance.suite.RunSettings;

/** What a clause is worth beside the others: some rows of {@code selftest --without}. */
class UnenforcedTest {
  private static final int TRIES = 10;
  private static final Unenforced FREE =
      new Unenforced(
          RunSettings.of(1).withTries(TRIES).only(id -> id.matches("(FREE|COOKIE)\\..*")));

  private static Map<String, Unenforced.Sinner> without(String clause) {
    return FREE.without(clause).sinners().stream()
        .collect(Collectors.toMap(Unenforced.Sinner::name, s -> s));
  }

  @Test
  void aSinThatIsItsClausesAloneIsNoticedByNobodyElse() {
    Unenforced.Sinner s = without("FREE.entire-buffer").get("FreesHalf");
    assertTrue(s.seen(), "the sin was not seen at all, so nothing can be said");
    assertEquals(List.of(), s.noticedBy(), s::toString);
  }

  @Test
  void everyClauseThatSomebodyBreaksHasARow() {
    assertTrue(FREE.clauses().size() > 100, () -> "clauses: " + FREE.clauses());
  }
}
