package umemtck.tla.equivalence;

import java.util.ArrayList;
import java.util.List;
import umemtck.reference.model.Answer;
import umemtck.reference.model.UmemState;
import umemtck.tla.graph.AllocState;
import umemtck.tla.graph.Step;
import umemtck.tla.graph.Words;

/** Where the specification and the Java model do not say the same, in the DDI's words. */
public final class Differences {
  private final JavaSide java;
  private final List<String> all = new ArrayList<>();

  /** None yet. */
  public Differences(JavaSide java) {
    this.java = java;
  }

  /** All that were found, in order. */
  public List<String> all() {
    return List.copyOf(all);
  }

  /**
   * Leads the Java model to a state of the specification.
   *
   * @return the state in Java, or null if it cannot be led there: that is a difference too
   */
  public UmemState reach(AllocState wanted) {
    String why;
    try {
      UmemState built = java.build(wanted);
      if (java.project(built).equals(wanted)) {
        return built;
      }
      why = "the calls that lead there lead it to " + Words.state(java.project(built));
    } catch (IllegalStateException e) {
      why = "on the way there, " + e.getMessage();
    }
    all.add(
        "a state\n       the specification     has "
            + Words.state(wanted)
            + "\n       the Java model        "
            + why);
    return null;
  }

  /**
   * Compares a step that the specification has.
   *
   * @param from the state in Java
   * @param to the state that it leads to
   * @return the state that it leads to in Java, or null if they differ
   */
  public UmemState step(UmemState from, Step step, AllocState to) {
    Answer answer = java.take(from, step);
    if (!(answer instanceof Answer.Next next)) {
      say(from, Words.step(step), "allows it", Words.answer(answer));
      return null;
    }
    AllocState got = java.project(next.state());
    if (!got.equals(to)) {
      say(
          from,
          Words.step(step),
          "goes on to " + Words.state(to),
          "goes on to " + Words.state(got));
      return null;
    }
    return next.state();
  }

  /** Compares whether a step may be at all. */
  public void enabled(UmemState from, Step step, boolean enabled) {
    Answer answer = java.take(from, step);
    if (answer instanceof Answer.Next != enabled) {
      say(from, Words.step(step), enabled ? "allows it" : "does not have it", Words.answer(answer));
    }
  }

  /** Notes a difference. */
  public void say(UmemState from, String what, String specification, String javaModel) {
    all.add(text(what, Words.state(java.project(from)), specification, javaModel));
  }

  /** What is said of a difference. */
  static String text(String what, String state, String specification, String javaModel) {
    return what
        + "\n       in the state          "
        + state
        + "\n       the specification     "
        + specification
        + "\n       the Java model        "
        + javaModel;
  }
}
