package umemtck.conformance.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import umemtck.conformance.report.Schemas;
import umemtck.conformance.suite.RunSettings;

/** What a clause is worth beside the others: the committed table, and that a row or two hold. */
class UnenforcedTest {
  private static final int TRIES = 20;

  private static Unenforced.Sinner sinner(String clause, String name, String areas) {
    RunSettings settings = RunSettings.of(1).withTries(TRIES).only(id -> id.matches(areas));
    return new Unenforced(settings)
        .without(clause).sinners().stream().filter(s -> s.name().equals(name)).findFirst().get();
  }

  @Test
  void whatOneClauseAloneForbidsIsNoticedByNobodyElse() {
    Unenforced.Sinner s = sinner("FREE.entire-buffer", "KeepsTheSwap", "FREE\\..*");
    assertTrue(s.seen(), "its sin was not seen at all, so that nothing can be said");
    assertEquals(List.of(), s.noticedBy());
  }

  @Test
  void whatOthersForbidTooIsBlamedOnThem() {
    Unenforced.Sinner s = sinner("ALLOC.round-up", "RoundsUpTo512", "ALLOC\\..*");
    assertTrue(s.noticedBy().contains("ALLOC.pageable/contents-survive"), s::toString);
  }

  @Test
  void theCommittedTableIsWhatItsSchemaSays() throws Exception {
    try (InputStream in =
        getClass().getResourceAsStream("/umemtck/conformance/matrix/without.json")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(Set.of(), Schemas.problems("without-1.json", text));
    }
  }
}
