package umemtck.tla.trace;

import java.util.List;

/**
 * An action of the specification with its arguments, as an event tells them.
 *
 * @param action its name
 * @param args numbers, texts, truth values, or lists and maps of such
 */
public record Instance(String action, List<Object> args) {
  /** Keeps a copy. */
  public Instance {
    args = List.copyOf(args);
  }

  /** One from its arguments; each number is a {@link Number}. */
  public static Instance of(String action, Object... args) {
    return new Instance(action, List.of(args));
  }

  @Override
  public String toString() {
    return action + args.toString().replace('[', '(').replace(']', ')');
  }
}
