package umemtck.tla.host;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tla2sany.semantic.ExprNode;
import tla2sany.semantic.ExprOrOpArgNode;
import tla2sany.semantic.LetInNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpArgNode;
import tla2sany.semantic.OpDeclNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tla2sany.st.Location;
import tla2sany.st.TreeNode;

/**
 * Where one definition can be dropped or weakened, on SANY's tree of it. Nothing is found in what
 * speaks of sins alone, which the contract does not commit; nor where TLC could not evaluate the
 * result: a variable must get its next value somewhere.
 */
final class Sites {
  private static final int ACTION = 2;

  /** What surrounds an expression. */
  private enum Place {
    /** One of several conjuncts. */
    CONJUNCT,
    /** One of several disjuncts. */
    DISJUNCT,
    /** It must be true or false: a guard, the body of a quantifier. */
    CONDITION,
    /** A whole definition; only the operator on top tells whether it is true or false. */
    BODY,
    /** Anything. */
    VALUE
  }

  private static final Set<String> TRUTHS =
      Set.of(
          "=",
          "/=",
          "<",
          ">",
          "\\leq",
          "\\geq",
          "\\in",
          "\\notin",
          "=>",
          "\\equiv",
          "\\lnot",
          "\\subseteq",
          "$BoundedExists",
          "$BoundedForall",
          "$WF",
          "$SF");

  /**
   * An edit, without a name yet.
   *
   * @param shown what a reader is told stood there before
   */
  record Edit(Location at, String kind, String after, Location shown) {}

  private final Set<Edit> found = new LinkedHashSet<>();

  /** All edits of a definition. */
  static List<Edit> of(OpDefNode definition) {
    Sites sites = new Sites();
    sites.visit(definition.getBody(), Place.BODY);
    return List.copyOf(sites.found);
  }

  private void visit(ExprOrOpArgNode node, Place place) {
    if (node instanceof LetInNode let) {
      for (OpDefNode d : let.getLets()) {
        visit(d.getBody(), Place.BODY);
      }
      visit(let.getBody(), place);
    } else if (node instanceof OpApplNode appl && Sinless.value(node).isEmpty()) {
      switch (appl.getOperator().getName().toString()) {
        case "$ConjList", "\\land" -> junction(appl, place, Place.CONJUNCT, true);
        case "$DisjList", "\\lor" -> junction(appl, place, Place.DISJUNCT, false);
        case "$IfThenElse" -> choice(appl, place);
        case "$Case" -> arms(appl, place);
        default -> single(appl, place);
      }
    }
  }

  /** Conjuncts or disjuncts; without sins there may be but one. */
  private void junction(OpApplNode appl, Place place, Place inside, boolean neutral) {
    List<ExprOrOpArgNode> left = new ArrayList<>();
    for (ExprOrOpArgNode arg : appl.getArgs()) {
      Optional<Boolean> sinless = Sinless.value(arg);
      if (sinless.isEmpty() || sinless.get() != neutral) {
        left.add(arg);
      }
    }
    if (left.size() == 1) {
      if (place == Place.CONJUNCT || place == Place.DISJUNCT) {
        whole(appl, place);
        visit(left.get(0), Place.VALUE);
      } else {
        visit(left.get(0), place);
      }
      return;
    }
    if (place != inside && (place == Place.CONJUNCT || place == Place.DISJUNCT)) {
      whole(appl, place);
    }
    left.forEach(arg -> visit(arg, inside));
  }

  private void choice(OpApplNode appl, Place place) {
    ExprOrOpArgNode[] args = appl.getArgs();
    Optional<Boolean> sinless = Sinless.value(args[0]);
    if (sinless.isPresent()) {
      visit(args[sinless.get() ? 1 : 2], place);
      return;
    }
    whole(appl, place);
    edit(args[0], "true", "TRUE");
    edit(args[0], "false", "FALSE");
    visit(args[0], Place.VALUE);
    Place inside = place == Place.VALUE ? Place.VALUE : Place.BODY;
    visit(args[1], inside);
    visit(args[2], inside);
  }

  private void arms(OpApplNode appl, Place place) {
    whole(appl, place);
    for (ExprOrOpArgNode arg : appl.getArgs()) {
      ExprOrOpArgNode[] pair = ((OpApplNode) arg).getArgs();
      if (pair[0] == null) {
        visit(pair[1], Place.VALUE); // OTHER
      } else if (Sinless.value(pair[0]).isEmpty()) {
        edit(pair[0], "arm", "FALSE");
        visit(pair[0], Place.VALUE);
        visit(pair[1], Place.VALUE);
      }
    }
  }

  private void single(OpApplNode appl, Place place) {
    whole(appl, place);
    String name = appl.getOperator().getName().toString();
    ExprOrOpArgNode[] args = appl.getArgs();
    switch (name) {
      case "<", ">", "\\leq", "\\geq" -> bound(appl, name);
      case "=>" -> {
        visit(args[0], Place.CONDITION);
        visit(args[1], Place.VALUE);
        return;
      }
      case "$BoundedExists", "$BoundedForall", "$SubsetOf" -> {
        for (ExprNode range : appl.getBdedQuantBounds()) {
          visit(range, Place.VALUE);
        }
        visit(args[0], Place.CONDITION);
        return;
      }
      // A fingerprint of a choice, and a name of a variable, are no guards.
      case "$BoundedChoose", "UNCHANGED", "'" -> {
        return;
      }
      default -> {}
    }
    for (ExprNode range : ranges(appl)) {
      visit(range, Place.VALUE);
    }
    for (ExprOrOpArgNode arg : args) {
      if (arg instanceof OpArgNode lambda && lambda.getOp() instanceof OpDefNode d) {
        visit(d.getBody(), Place.VALUE);
      } else if (arg != null) {
        visit(arg, Place.VALUE);
      }
    }
  }

  private static ExprNode[] ranges(OpApplNode appl) {
    ExprNode[] ranges = appl.getBdedQuantBounds();
    return ranges == null ? new ExprNode[0] : ranges;
  }

  /** Drops an expression, in the way that its place allows. */
  private void whole(OpApplNode node, Place place) {
    if (place == Place.DISJUNCT) {
      edit(node, "disjunct", "FALSE");
    } else if (place != Place.VALUE) {
      String name = node.getOperator().getName().toString();
      OpDeclNode variable = assigned(node);
      if (variable != null && !keeps(node.getArgs()[1], variable)) {
        edit(node, "unchanged", "UNCHANGED " + variable.getName());
      } else if (variable == null
          && node.getLevel() != ACTION
          && (place != Place.BODY || TRUTHS.contains(name))) {
        edit(node, place == Place.CONJUNCT ? "conjunct" : "true", "TRUE");
      }
    }
  }

  /** The variable that gets its next value here, or null. */
  private static OpDeclNode assigned(OpApplNode node) {
    if (node.getOperator().getName().toString().equals("=")
        && node.getArgs()[0] instanceof OpApplNode left
        && left.getOperator().getName().toString().equals("'")
        && left.getArgs()[0] instanceof OpApplNode of
        && of.getOperator() instanceof OpDeclNode variable) {
      return variable;
    }
    return null;
  }

  /** Whether without sins the variable keeps its value anyway. */
  private static boolean keeps(ExprOrOpArgNode value, OpDeclNode variable) {
    if (!(value instanceof OpApplNode appl)) {
      return false;
    }
    if (appl.getOperator().getName().toString().equals("$IfThenElse")) {
      ExprOrOpArgNode[] args = appl.getArgs();
      Optional<Boolean> sinless = Sinless.value(args[0]);
      return sinless.isPresent() && keeps(args[sinless.get() ? 1 : 2], variable);
    }
    return appl.getOperator() == variable;
  }

  /** One more or one less is let pass. */
  private void bound(OpApplNode appl, String name) {
    TreeNode[] parts = appl.getTreeNode().heirs();
    String after =
        switch (name) {
          case "<" -> "<=";
          case ">" -> ">=";
          case "\\leq" -> "<";
          default -> ">";
        };
    found.add(new Edit(parts[1].getLocation(), "bound", after, appl.getLocation()));
  }

  private void edit(SemanticNode node, String kind, String after) {
    found.add(new Edit(node.getLocation(), kind, after, node.getLocation()));
  }
}
