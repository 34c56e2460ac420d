package umemtck.conformance.session;

import java.util.Set;
import java.util.function.Consumer;
import umemtck.conformance.catalogue.Catalogue;
import umemtck.conformance.judge.Judge;
import umemtck.conformance.plan.OverlapStep;
import umemtck.conformance.plan.Plan;
import umemtck.reference.model.Breach;
import umemtck.reference.model.ModelConfig;
import umemtck.reference.model.UmemModel;
import umemtck.spec.Profile;
import umemtck.spec.Strength;
import umemtck.spec.ddi.History;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.UmemSubject;

/** A subject on the test bench: carries plans out, each on a machine of its own. */
public final class Bench {
  private final Subject subject;
  private final Declaration declared;
  private final Profile profile;
  private final UmemModel model;
  private final Catalogue catalogue = Catalogue.load();
  private final Watch watch = new Watch();
  private final Set<String> notEnforced;
  private Consumer<History> recorder = history -> {};

  /** Puts a subject on the bench, to be judged by the contract of a profile. */
  public Bench(UmemSubject subject, Profile profile) {
    this(new JavaSubject(subject), profile);
  }

  /** The same, whatever its language. */
  public Bench(Subject subject, Profile profile) {
    this(subject, profile, Set.of());
  }

  /**
   * The same, by a judge that does not enforce some clauses: their breaches are noted, never
   * failed. It serves the selftest of the kit alone.
   */
  public Bench(UmemSubject subject, Profile profile, Set<String> notEnforced) {
    this(new JavaSubject(subject), profile, notEnforced);
  }

  private Bench(Subject subject, Profile profile, Set<String> notEnforced) {
    this.subject = subject;
    this.profile = profile;
    this.notEnforced = Set.copyOf(notEnforced);
    declared = subject.declaration();
    model = new UmemModel(ModelConfig.of(declared, profile));
  }

  /** Carries a plan out on a fresh machine; the same plan and seed give the same trial. */
  public Trial run(Plan plan, long seed) {
    Trial trial =
        Session.run(plan, subject, new Judge(model, this::binds, this::enforced), seed, watch);
    if (plan.steps().stream().noneMatch(OverlapStep.class::isInstance)) {
      recorder.accept(trial.history()); // A trace has no words for calls judged together.
    }
    return trial;
  }

  /** Hands over all that was seen of every machine from now on on which no calls overlap. */
  public void record(Consumer<History> to) {
    recorder = to;
  }

  /** Does with a fresh machine what a guide says; the same answers of it give the same trial. */
  public Led run(Guide guide, long seed) {
    return Session.run(guide, subject, new Judge(model, this::binds, this::enforced), seed, watch);
  }

  /** Whether the contract of the profile is broken by a breach, or only a quality not met. */
  public boolean binds(Breach breach) {
    return breach.facet().equals(Breach.UNDECLARED)
        || enforced(breach)
            && catalogue.facet(breach.facet()).strength().get(profile) == Strength.MUST;
  }

  private boolean enforced(Breach breach) {
    return !notEnforced.contains(breach.clause());
  }

  /** The subject. */
  public Subject subject() {
    return subject;
  }

  /** What the subject says of itself. */
  public Declaration declared() {
    return declared;
  }

  /** By whose contract it is judged. */
  public Profile profile() {
    return profile;
  }

  /** Which call is out. */
  public Watch watch() {
    return watch;
  }
}
