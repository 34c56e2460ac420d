package umemtck.conformance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umemtck.conformance.cli.Cli.Ran;
import umemtck.conformance.report.Json;
import umemtck.conformance.report.KillMatrixFile;
import umemtck.conformance.report.Schemas;
import umemtck.conformance.zoo.Resident;
import umemtck.conformance.zoo.Zoo;

/** The file that {@code selftest} writes, from a part that is the first resident and the last. */
final class SelftestFileTest {
  @TempDir private Path dir;

  @Test
  void is_as_its_schema_says() throws IOException {
    int jobs = Zoo.residents().size() - 1;
    Ran ran =
        Cli.run(
            "selftest", "--part=0", "--jobs=" + jobs, "--tries=3", "--out=" + dir.resolve("out"));
    assertEquals(0, ran.status(), ran.err());
    Path written = dir.resolve("out/kill-matrix.json");
    assertEquals(Set.of(), Schemas.problems("kill-matrix-1.json", Files.readString(written)));
    List<KillMatrixFile.Row> rows = Json.readOpen(written, KillMatrixFile.class).subjects();
    Resident faulty = Zoo.residents().get(0);
    assertEquals(List.of(faulty.name(), Zoo.residents().get(jobs).name()), names(rows));
    assertEquals(List.of("faulty", "legal"), rows.stream().map(r -> r.kind()).toList());
    assertEquals(faulty.sin().orElseThrow(), rows.get(0).sin());
  }

  private static List<String> names(List<KillMatrixFile.Row> rows) {
    return rows.stream().map(KillMatrixFile.Row::name).toList();
  }
}
