package umemtck.tla.mutants;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import umemtck.tla.Expectation;
import umemtck.tla.Fork;
import umemtck.tla.ModelCheck;
import umemtck.tla.ModelResult;

/** Asks every layer about one mutant, until one kills it. */
final class MutantCheck {
  private final Spec spec;
  private final Fork fork;
  private final Path work;
  private final ObjectMapper json = new ObjectMapper();

  MutantCheck(Spec spec, Fork fork, Path work) {
    this.spec = spec;
    this.fork = fork;
    this.work = work;
  }

  /**
   * Asks.
   *
   * @param mutant or null for the specification as it is
   * @param roots the root modules that have the mutated module, its own first
   * @return what each layer said; empty if the mutant is not TLA+
   * @throws Undecided if a run ended before all was asked
   */
  Map<Layer, Sight> ask(Mutant mutant, List<String> roots)
      throws IOException, InterruptedException, Undecided {
    Path mine = Files.createTempDirectory(work, "mutant");
    try {
      return ask(mutant, roots, mine);
    } finally {
      delete(mine);
    }
  }

  private Map<Layer, Sight> ask(Mutant mutant, List<String> roots, Path mine)
      throws IOException, InterruptedException, Undecided {
    Map<Layer, Sight> sights = new EnumMap<>(Layer.class);
    for (String root : roots) {
      if (killed(sights)) {
        return sights;
      }
      if (!walk(mutant, root, mine, sights)) {
        return Map.of();
      }
    }
    for (String root : roots) {
      for (Expectation model : spec.models(root)) {
        if (temporal(model) && !killed(sights)) {
          live(mutant, model, mine, sights);
        }
      }
    }
    return sights;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path p : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(p);
      }
    }
  }

  /** Something was not asked to the end. */
  static final class Undecided extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Map<Layer, Sight> sights;

    Undecided(String why, Map<Layer, Sight> sights) {
      super(why);
      this.sights = sights;
    }

    /** What was said until then. */
    Map<Layer, Sight> sights() {
      return sights;
    }
  }

  private static boolean killed(Map<Layer, Sight> sights) {
    return sights.values().stream().anyMatch(s -> s.saw() && s.layer().kills());
  }

  private static boolean temporal(Expectation model) {
    return model.folder().equals("live") || "temporal".equals(model.breaks());
  }

  /** One JVM for all models of a root module that are asked state by state. */
  private boolean walk(Mutant mutant, String root, Path mine, Map<Layer, Sight> sights)
      throws IOException, InterruptedException, Undecided {
    Path folder = Files.createTempDirectory(mine, root);
    spec.unpack(mutant, folder);
    Job job = job(root);
    for (Expectation model : spec.models(root)) {
      spec.configure(model, folder);
    }
    Path asked = folder.resolve("job.json");
    Path said = folder.resolve("sights.json");
    json.writeValue(asked.toFile(), job);
    Fork.Ended ended =
        fork.run(
            folder,
            true,
            "umemtck.tla.host.MutantHost",
            List.of(asked.toAbsolutePath().toString(), said.toAbsolutePath().toString()));
    if (ended.exit() == Job.DOES_NOT_PARSE) {
      return false;
    }
    if (Files.exists(said)) {
      for (Sight s : json.readValue(said.toFile(), Sight[].class)) {
        sights.merge(s.layer(), s, (a, b) -> a.saw() ? a : b);
      }
    }
    if (ended.exit() != 0) {
      String last = ended.output().isEmpty() ? "" : ended.output().get(ended.output().size() - 1);
      String why = ended.killed() ? "it ran out of time" : "it ended with " + ended.exit();
      throw new Undecided(root + ": " + why + "; " + last, sights);
    }
    return true;
  }

  private Job job(String root) {
    List<Expectation> all =
        spec.models(root).stream().filter(m -> !m.folder().equals("deep") && !temporal(m)).toList();
    List<Expectation> passes =
        all.stream()
            .filter(Expectation::mustPass)
            .sorted(Comparator.comparing(Expectation::generated))
            .toList();
    return new Job(
        root,
        passes.stream().filter(m -> spec.table().graphs().contains(m.name())).toList(),
        passes,
        spec.table().models().stream()
            .filter(m -> "refinement".equals(m.breaks()))
            .map(m -> m.checked().get(0))
            .distinct()
            .toList(),
        all.stream().filter(m -> !m.mustPass()).toList());
  }

  /** TLC itself, as for every build: a temporal property needs all of it. */
  private void live(Mutant mutant, Expectation model, Path mine, Map<Layer, Sight> sights)
      throws IOException, InterruptedException, Undecided {
    ModelResult result = new ModelCheck(fork, mine, spec.source(mutant)).one(model);
    boolean must = model.mustPass();
    boolean saw = must ? result.verdict().equals("fail") : result.verdict().equals("pass");
    if (result.fault()) {
      throw new Undecided(model.name() + ": " + result.complaints(), sights);
    }
    String property = model.checked().get(0);
    String what = must ? property : "does not break " + property;
    sights.merge(
        Layer.LIVE,
        new Sight(Layer.LIVE, saw, saw ? model.name() : null, saw ? what : null, true),
        (a, b) -> a.saw() ? a : b);
  }
}
