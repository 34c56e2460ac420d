package umemtck.conformance.zoo;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import umemtck.conformance.catalogue.Catalogue;
import umemtck.conformance.session.Bench;
import umemtck.conformance.suite.KnownIssues;
import umemtck.conformance.suite.Results;
import umemtck.conformance.suite.RunSettings;
import umemtck.conformance.suite.Suite;
import umemtck.conformance.suite.Verdict;

/**
 * Which facets would still be green if a clause were simply not enforced: those who sin against it
 * are judged by a judge that takes it for a quality. What it alone forbids is noted, and the plan
 * is carried out again without the step that showed it, so that the others have their say.
 */
public final class Unenforced {
  private final Catalogue catalogue = Catalogue.load();
  private final RunSettings settings;

  /**
   * A judge of judges.
   *
   * @param settings which clauses are asked, and how often
   */
  public Unenforced(RunSettings settings) {
    this.settings = settings;
  }

  /**
   * One clause.
   *
   * @param clause its id
   * @param sinners who break it
   */
  public record Row(String clause, List<Sinner> sinners) {
    /** Keeps a copy. */
    public Row {
      sinners = List.copyOf(sinners);
    }
  }

  /**
   * One who breaks it.
   *
   * @param name of the resident
   * @param seen whether the breach was seen at all, and noted: else the rest means nothing
   * @param noticedBy the facets that fail all the same; empty if all are green
   */
  public record Sinner(String name, boolean seen, List<String> noticedBy) {
    /** Keeps a copy. */
    public Sinner {
      noticedBy = List.copyOf(noticedBy);
    }
  }

  /** The clauses that somebody breaks, in the order of the catalogue. */
  public List<String> clauses() {
    Set<String> sins = new TreeSet<>();
    Zoo.residents().forEach(r -> r.sin().ifPresent(sins::add));
    return catalogue.clauses().stream().map(c -> c.id()).filter(sins::contains).toList();
  }

  /** Judges all who break a clause, without it. */
  public Row without(String clause) {
    List<Sinner> sinners = new ArrayList<>();
    for (Resident r : Zoo.residents()) {
      if (r.sin().filter(clause::equals).isPresent()) {
        sinners.add(judge(r, clause));
      }
    }
    return new Row(clause, sinners);
  }

  private Sinner judge(Resident r, String clause) {
    Bench bench = new Bench(r.subject().get(), r.profile(), Set.of(clause));
    Results results =
        Suite.run(bench, catalogue, settings, KnownIssues.NONE, Suite.Progress.SILENT);
    Set<String> failed = new TreeSet<>();
    boolean seen = false;
    for (var v : results.verdicts()) {
      if (v.verdict() == Verdict.FAIL) {
        failed.add(v.finding().map(f -> f.facet()).orElse(v.clause().id()));
      }
      seen |= v.clause().id().equals(clause) && v.verdict() == Verdict.NOTED;
    }
    return new Sinner(r.name(), seen, List.copyOf(failed));
  }
}
