package umemtck.conformance.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import umemtck.conformance.UserError;
import umemtck.conformance.report.Json;
import umemtck.conformance.report.Kit;
import umemtck.conformance.report.WithoutFile;
import umemtck.conformance.suite.RunSettings;
import umemtck.conformance.zoo.Unenforced;

/** {@code umem-tck selftest --without}: who would notice if a clause were not enforced. */
final class WithoutTable {
  /** Plans for each facet; a sin that is its clause's alone is never noticed, however many. */
  private static final int TRIES = 20;

  private static final long SEED = 1;
  private static final String FILE = "without.json";

  private WithoutTable() {}

  /**
   * Prints the table and writes it.
   *
   * @param named clauses, or the beginnings of their ids, for instance ALLOC; all if it is "all"
   * @return 0, or 1 if a sin was not even seen
   */
  static int print(List<String> named, Path out, Console console) throws IOException {
    Unenforced judge = new Unenforced(RunSettings.of(SEED).withTries(TRIES));
    List<String> clauses = judge.clauses().stream().filter(c -> isNamed(c, named)).toList();
    if (clauses.isEmpty()) {
      throw UserError.usage(
          "--without " + String.join(",", named) + ": nobody in the zoo breaks such a clause.",
          "Say a clause, an area such as ALLOC, or all.");
    }
    List<Unenforced.Row> rows = new ArrayList<>();
    for (String clause : clauses) {
      Unenforced.Row row = judge.without(clause);
      rows.add(row);
      console.line(clause);
      row.sinners().forEach(s -> console.line("  " + line(s)));
      Json.write(
          out.resolve(FILE), new WithoutFile(WithoutFile.SCHEMA, Kit.VERSION, TRIES, SEED, rows));
    }
    long guarded = rows.stream().filter(WithoutTable::isGuarded).count();
    console.line("");
    console.line(
        rows.size()
            + " clauses: without it, all who break it are noticed by others in "
            + guarded
            + "; in the rest somebody is not noticed at all; "
            + out.resolve(FILE));
    return rows.stream().allMatch(r -> r.sinners().stream().allMatch(WithoutTable::known)) ? 0 : 1;
  }

  private static boolean isNamed(String clause, List<String> named) {
    return named.stream()
        .anyMatch(n -> n.equals("all") || clause.equals(n) || clause.startsWith(n + "."));
  }

  private static boolean isGuarded(Unenforced.Row row) {
    return row.sinners().stream().noneMatch(s -> s.noticedBy().isEmpty());
  }

  private static boolean known(Unenforced.Sinner s) {
    return s.seen() || !s.noticedBy().isEmpty();
  }

  private static String line(Unenforced.Sinner s) {
    String by =
        s.noticedBy().isEmpty() ? "all green" : "noticed by " + String.join(" ", s.noticedBy());
    return String.format("%-32s %s%s", s.name(), by, known(s) ? "" : "; NOT SEEN to sin");
  }
}
