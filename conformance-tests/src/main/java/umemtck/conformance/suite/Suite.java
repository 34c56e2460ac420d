package umemtck.conformance.suite;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import umemtck.conformance.catalogue.Catalogue;
import umemtck.conformance.plan.Plan;
import umemtck.conformance.session.Bench;
import umemtck.conformance.session.Trial;
import umemtck.conformance.tour.Tours;
import umemtck.spec.ddi.History;

/** Runs the properties over a subject. One run at a time in a JVM. */
public final class Suite {
  /** The property classes, one an area. */
  public static final List<Class<?>> PROPERTIES =
      List.of(
          AllocProperties.class,
          FreeProperties.class,
          CookieProperties.class,
          LockProperties.class,
          UnlockProperties.class,
          AcctProperties.class,
          LockmemProperties.class,
          IosetupProperties.class,
          DevmapProperties.class,
          RemapProperties.class,
          SharedProperties.class,
          OverlapProperties.class);

  /** How often a plan is carried out again whose calls run freely. */
  private static final int AGAIN = 2_000;

  private Suite() {}

  /**
   * Runs the suite.
   *
   * @param progress told the name of each property before it runs
   * @throws IllegalStateException if the kit itself failed
   */
  public static Results run(
      Bench bench,
      Catalogue catalogue,
      RunSettings settings,
      KnownIssues known,
      Progress progress) {
    Run run = new Run(bench, catalogue, settings);
    Run.begin(run);
    String givenUp = execute(run, bench, settings.patience(), progress);
    List<ClauseVerdict> verdicts = new ClauseJury(run, givenUp).all();
    List<String> trouble = known.trouble(verdicts);
    return new Results(
        bench,
        settings,
        known.applyTo(verdicts),
        run.calls(),
        trouble,
        Optional.ofNullable(givenUp).or(bench.subject()::gone),
        run.toured());
  }

  /** What is known of the run that is under way; of whatever was not finished, why. */
  public static Results partial(Bench bench, String givenUp) {
    Run run = Run.current();
    return new Results(
        bench,
        run.settings(),
        new ClauseJury(run, givenUp).all(),
        run.calls(),
        List.of(),
        Optional.of(givenUp),
        run.toured());
  }

  /**
   * Carries one plan out and gives its verdict: what broke is FAIL, else the facet's clause is
   * PASS.
   *
   * @param facet that the plan was seen to break
   */
  public static Results replay(
      Bench bench, Catalogue catalogue, String facet, Plan plan, long seed) {
    Trial trial = bench.run(plan, seed);
    boolean freely = bench.subject().runsFreely() && Schedules.overlaps(plan);
    for (int i = 1; freely && i < AGAIN && !(trial.end() instanceof Trial.Broken); i++) {
      trial = bench.run(plan, seed);
    }
    return Replay.results(bench, catalogue, facet, plan, seed, trial);
  }

  /** What is known of a replay that did not come to its end, and why it did not. */
  public static Results gaveUp(
      Bench bench, Catalogue catalogue, String facet, Plan plan, long seed, String why) {
    Trial none = new Trial(new History(List.of()), new Trial.Fault(why, true), Set.of(), 0, -1);
    return Replay.results(bench, catalogue, facet, plan, seed, none);
  }

  /** Told what is going on. */
  public interface Progress {
    /** Tells nobody. */
    Progress SILENT = name -> {};

    /** A property begins. */
    void begins(String name);
  }

  /** Why the run was given up, or null. */
  private static String execute(Run run, Bench bench, int patience, Progress progress) {
    AtomicReference<Throwable> fault = new AtomicReference<>();
    Thread suite =
        new Thread(
            () -> {
              try {
                launch(run, progress, fault);
                tours(run, progress);
              } catch (Throwable t) {
                fault.compareAndSet(null, t);
              }
            },
            "umem-tck suite");
    suite.setDaemon(true);
    suite.start();
    String hung = Patience.until(suite, bench.watch(), patience, bench.subject()::kill);
    if (hung != null) {
      return hung;
    }
    if (fault.get() != null) {
      throw new IllegalStateException("a property failed by itself", fault.get());
    }
    return null;
  }

  private static void tours(Run run, Progress progress) {
    if (run.settings().tours()) {
      new Tours(run.bench(), run.settings().seed(), run::toured)
          .all(model -> progress.begins("tour of " + model), run::toured);
    }
  }

  /** To find the properties of a class takes longer than to ask one of them. */
  private static boolean isAsked(Run run, Class<?> properties) {
    return Arrays.stream(properties.getDeclaredMethods())
        .map(m -> m.getAnnotation(Asks.class))
        .anyMatch(asks -> asks != null && run.asks(asks.value()));
  }

  private static void launch(Run run, Progress progress, AtomicReference<Throwable> fault) {
    LauncherConfig config =
        LauncherConfig.builder()
            .enableTestExecutionListenerAutoRegistration(false)
            .enableLauncherSessionListenerAutoRegistration(false)
            .enableLauncherDiscoveryListenerAutoRegistration(false)
            .enablePostDiscoveryFilterAutoRegistration(false)
            .build();
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(
                PROPERTIES.stream().filter(c -> isAsked(run, c)).map(c -> selectClass(c)).toList())
            .configurationParameter("jqwik.database", "")
            .configurationParameter("jqwik.reporting.usejunitplatform", "true")
            .configurationParameter("jqwik.reporting.onlyfailures", "true")
            .build();
    Launcher launcher = LauncherFactory.create(config);
    launcher.execute(
        request,
        new TestExecutionListener() {
          @Override
          public void executionStarted(TestIdentifier test) {
            if (test.isTest()) {
              progress.begins(test.getDisplayName());
            }
          }

          @Override
          public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            // A verdict is recorded, never thrown: what a property throws is a fault of the kit.
            result.getThrowable().ifPresent(t -> fault.compareAndSet(null, t));
          }
        });
  }
}
