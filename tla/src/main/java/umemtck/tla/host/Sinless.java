package umemtck.tla.host;

import java.util.Optional;
import tla2sany.semantic.ExprOrOpArgNode;
import tla2sany.semantic.OpApplNode;

/** What an expression is while no sin is committed, as far as that alone decides it. */
final class Sinless {
  private Sinless() {}

  /** True or false, if it says nothing but whether a sin is committed. */
  static Optional<Boolean> value(ExprOrOpArgNode node) {
    if (!(node instanceof OpApplNode appl)) {
      return Optional.empty();
    }
    ExprOrOpArgNode[] args = appl.getArgs();
    return switch (appl.getOperator().getName().toString()) {
      case "\\in" -> isSins(args[1]) ? Optional.of(false) : Optional.empty();
      case "\\notin" -> isSins(args[1]) ? Optional.of(true) : Optional.empty();
      case "\\lnot" -> value(args[0]).map(v -> !v);
      case "$ConjList", "\\land" -> junction(args, false);
      case "$DisjList", "\\lor" -> junction(args, true);
      case "=>" -> implication(args);
      default -> Optional.empty();
    };
  }

  private static Optional<Boolean> implication(ExprOrOpArgNode[] args) {
    Optional<Boolean> from = value(args[0]);
    return from.isPresent() && !from.get() ? Optional.of(true) : Optional.empty();
  }

  private static Optional<Boolean> junction(ExprOrOpArgNode[] args, boolean decides) {
    boolean all = true;
    for (ExprOrOpArgNode arg : args) {
      Optional<Boolean> v = value(arg);
      if (v.isPresent() && v.get() == decides) {
        return v;
      }
      all &= v.isPresent();
    }
    return all ? Optional.of(!decides) : Optional.empty();
  }

  private static boolean isSins(ExprOrOpArgNode node) {
    return node instanceof OpApplNode a && a.getOperator().getName().toString().equals("Sins");
  }
}
