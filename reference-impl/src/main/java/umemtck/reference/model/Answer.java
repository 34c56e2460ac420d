package umemtck.reference.model;

import java.util.List;

/** What the model says of one step. */
public sealed interface Answer {

  /**
   * The contract allows it.
   *
   * @param state where it leads
   */
  record Next(UmemState state) implements Answer {}

  /**
   * The contract forbids it.
   *
   * @param breaches why; never empty, the most telling first
   * @param lost whether no state stands for what a machine is in that does so all the same
   */
  record Forbidden(List<Breach> breaches, boolean lost) implements Answer {
    /** Keeps a copy. */
    public Forbidden {
      breaches = List.copyOf(breaches);
      if (breaches.isEmpty()) {
        throw new IllegalArgumentException("a step that nothing forbids is not forbidden");
      }
    }

    /** Why; never empty, the most telling first. */
    public Forbidden(List<Breach> breaches) {
      this(breaches, false);
    }
  }

  /**
   * The caller broke a duty of its own: the contract says nothing about what follows.
   *
   * @param clause that gives the duty
   * @param duty what the caller should have seen to
   */
  record Undefined(String clause, String duty) implements Answer {}

  /** A step that one breach forbids. */
  static Answer forbid(String facet, String expected) {
    return new Forbidden(List.of(new Breach(facet, expected)));
  }
}
