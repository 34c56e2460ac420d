package umemtck.tla.mutants;

import java.util.List;

/**
 * The specification with one thing dropped or weakened: an edit of the text of one module.
 *
 * @param id MODULE/Operator/n-kind, where n counts the mutants of the operator from the top
 * @param module whose text is edited
 * @param operator the definition in it
 * @param kind what was done: conjunct, disjunct, arm, unchanged, bound, true or false
 * @param line where the text begins, from 1
 * @param column in that line, from 1
 * @param endLine where its last character is
 * @param endColumn in that line
 * @param before the text, with single spaces
 * @param after what stands there instead
 */
public record Mutant(
    String id,
    String module,
    String operator,
    String kind,
    int line,
    int column,
    int endLine,
    int endColumn,
    String before,
    String after) {

  /** The module with the edit made. */
  String edited(List<String> lines) {
    String head = lines.get(line - 1).substring(0, column - 1);
    String tail = lines.get(endLine - 1).substring(endColumn);
    StringBuilder text = new StringBuilder();
    lines.subList(0, line - 1).forEach(l -> text.append(l).append('\n'));
    text.append(head).append(after).append(tail).append('\n');
    lines.subList(endLine, lines.size()).forEach(l -> text.append(l).append('\n'));
    return text.toString();
  }

  /** Id, and what was done, for a reader. */
  @Override
  public String toString() {
    return id + ": " + before + "  ->  " + after;
  }
}
