package umemtck.spec.vocabulary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import umemtck.spec.ddi.Call;

/** {@code vocabulary.yaml} and the Java records say the same. */
class VocabularyTest {

  @Test
  void every_call_has_exactly_one_row() throws IOException {
    List<String> records = rows().stream().map(row -> String.valueOf(row.get("record"))).toList();
    List<String> calls =
        Stream.of(Call.class.getPermittedSubclasses()).map(Class::getSimpleName).toList();
    assertEquals(calls.stream().sorted().toList(), records.stream().sorted().toList());
  }

  @Test
  void every_row_has_the_op_of_its_record() throws Exception {
    for (Map<?, ?> row : rows()) {
      Class<?> call = Class.forName(Call.class.getName() + "$" + row.get("record"));
      assertEquals(instance(call).op(), row.get("op"), () -> "op of " + row.get("record"));
    }
  }

  @Test
  void every_row_names_its_actions_or_says_why_there_are_none() throws IOException {
    Set<Object> seen = new HashSet<>();
    for (Map<?, ?> row : rows()) {
      List<?> actions = (List<?>) row.get("actions");
      assertEquals(actions.isEmpty(), row.containsKey("why"), () -> "why in " + row);
      actions.forEach(action -> assertTrue(seen.add(action), () -> action + " is in two rows"));
    }
    assertFalse(seen.isEmpty());
  }

  @Test
  void every_row_has_a_name_of_its_own_and_no_other_fields() throws IOException {
    Set<String> known = Set.of("name", "record", "op", "actions", "why");
    Set<Object> names = new HashSet<>();
    for (Map<?, ?> row : rows()) {
      assertTrue(known.containsAll(row.keySet()), () -> "a field is not one of " + known + row);
      assertTrue(row.get("name") instanceof String, () -> "no name in " + row);
      assertTrue(names.add(row.get("name")), () -> "two rows are called " + row.get("name"));
    }
  }

  /** A call with zeros and first constants: the op does not depend on the arguments. */
  private static Call instance(Class<?> call) throws ReflectiveOperationException {
    Constructor<?> constructor = call.getDeclaredConstructors()[0];
    List<Object> arguments = new ArrayList<>();
    for (Class<?> type : constructor.getParameterTypes()) {
      arguments.add(argument(type));
    }
    return (Call) constructor.newInstance(arguments.toArray());
  }

  private static Object argument(Class<?> type) {
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    if (!type.isPrimitive()) {
      return null;
    }
    return type == long.class ? (Object) 0L : (Object) 0;
  }

  private static List<Map<?, ?>> rows() throws IOException {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try (InputStream yaml = Call.class.getResourceAsStream("/umemtck/spec/vocabulary.yaml")) {
      Map<String, List<Map<?, ?>>> root = new Yaml(new SafeConstructor(options)).load(yaml);
      return root.get("vocabulary");
    }
  }
}
