package umemtck.spec.catalogue;

import java.util.function.Consumer;

/**
 * One rule of the lint.
 *
 * @param id kebab-case; every rule has a fixture in {@code lint/} that breaks it and no other
 * @param check says what is wrong, once for each fault
 * @param <T> what it looks at
 */
record Rule<T>(String id, Check<T> check) {

  /** Looks at one thing. */
  interface Check<T> {
    void look(T thing, Consumer<String> wrong);
  }

  void apply(T thing, String where, Consumer<Finding> findings) {
    check.look(thing, text -> findings.accept(new Finding(id, where, text)));
  }
}
