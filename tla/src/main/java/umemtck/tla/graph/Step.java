package umemtck.tla.graph;

import java.util.List;

/**
 * An action of the specification with its arguments and its answer.
 *
 * <p>The arguments, in order: {@code UmemAlloc} and {@code UmemAllocWakes}: thread, size, flag,
 * address, cookie. {@code UmemAllocRefused} and {@code UmemAllocSleeps}: thread, size, flag. {@code
 * UmemFree}: thread, cookie. {@code UmemFreeNull}: thread. {@code MemoryFill}: thread, address,
 * length, value. {@code SetFree}: resource, amount. {@code PageOut}: cookie, amount.
 *
 * @param action its name
 * @param args in order
 */
public record Step(String action, List<String> args) implements Comparable<Step> {
  /** Keeps a copy. */
  public Step {
    args = List.copyOf(args);
  }

  /** A step. */
  public static Step of(String action, Object... args) {
    return new Step(action, java.util.Arrays.stream(args).map(String::valueOf).toList());
  }

  /** Whether it is a call answered with NULL. */
  public boolean isRefusal() {
    return action.equals("UmemAllocRefused");
  }

  /** An argument that is a word. */
  public String word(int i) {
    return args.get(i);
  }

  /** An argument that is a number. */
  public long number(int i) {
    return Long.parseLong(args.get(i));
  }

  @Override
  public int compareTo(Step other) {
    int c = action.compareTo(other.action);
    return c != 0 ? c : String.join(" ", args).compareTo(String.join(" ", other.args));
  }

  @Override
  public String toString() {
    return action + "(" + String.join(", ", args) + ")";
  }
}
