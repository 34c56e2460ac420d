package umemtck.tla;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What became of one model.
 *
 * @param name folder and name of the {@code .cfg}
 * @param lane the folder
 * @param expect {@code pass} or {@code fail}
 * @param property the property that must fail; null with {@code pass}
 * @param verdict {@code pass}, {@code fail}, or {@code error} if nothing is known
 * @param generated states generated
 * @param distinct distinct states
 * @param checked what TLC says that it checked
 * @param fired the actions that fired
 * @param idle the actions that never did
 * @param seconds how long it took
 * @param complaints what is not as expected; empty if all is
 * @param fault whether the run itself went wrong, rather than the model
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ModelResult(
    String name,
    String lane,
    String expect,
    String property,
    String verdict,
    long generated,
    long distinct,
    List<String> checked,
    List<String> fired,
    List<String> idle,
    double seconds,
    List<String> complaints,
    @JsonIgnore boolean fault) {

  /** Keeps copies. */
  public ModelResult {
    checked = List.copyOf(checked);
    fired = List.copyOf(fired);
    idle = List.copyOf(idle);
    complaints = List.copyOf(complaints);
  }

  /** Whether the model did what it must do. */
  @JsonIgnore
  public boolean asExpected() {
    return complaints.isEmpty();
  }
}
