package umemtck.tla;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Set;

/**
 * One row of the table of models: what a run must do, pinned by hand.
 *
 * @param name folder and name of the {@code .cfg}, for instance {@code must-fail/RoundsDown}
 * @param module the root module
 * @param expect {@code pass} or {@code fail}
 * @param breaks what a failing run must break: invariant, action, refinement or temporal; only with
 *     {@code fail}
 * @param checked every invariant, property or assumption that TLC must have checked
 * @param generated states generated; only with {@code pass}
 * @param distinct distinct states; only with {@code pass}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Expectation(
    @JsonProperty(required = true) String name,
    @JsonProperty(required = true) String module,
    @JsonProperty(required = true) String expect,
    String breaks,
    @JsonProperty(required = true) List<String> checked,
    Long generated,
    Long distinct) {

  private static final Set<String> BREAKS = Set.of("invariant", "action", "refinement", "temporal");

  /** Refuses a row that could be met by a run that checked nothing. */
  public Expectation {
    checked = List.copyOf(checked);
    if (!name.matches("[a-z-]+/\\w+")) {
      throw new IllegalArgumentException("not FOLDER/NAME: " + name);
    }
    if (checked.isEmpty()) {
      throw new IllegalArgumentException(name + " checks nothing");
    }
    boolean pass = expect.equals("pass");
    if (!pass && !expect.equals("fail")) {
      throw new IllegalArgumentException(name + " expects neither pass nor fail: " + expect);
    }
    if (pass && (generated == null || distinct == null || breaks != null)) {
      throw new IllegalArgumentException(name + " must pin its counts, and break nothing");
    }
    if (!pass && (generated != null || distinct != null || checked.size() != 1)) {
      throw new IllegalArgumentException(name + " must name the one property that catches it");
    }
    if (!pass && (breaks == null || !BREAKS.contains(breaks))) {
      throw new IllegalArgumentException(name + " must say what it breaks, one of " + BREAKS);
    }
  }

  /** The folder, which decides the lane. */
  public String folder() {
    return name.substring(0, name.indexOf('/'));
  }

  /** The name without the folder. */
  public String title() {
    return name.substring(name.indexOf('/') + 1);
  }

  /** Whether the model must pass. */
  public boolean mustPass() {
    return expect.equals("pass");
  }
}
