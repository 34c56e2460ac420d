package umemtck.spec.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One mapping of a YAML file, and where it stands. The shape is known: {@link Shape} has looked
 * before anything is asked here.
 *
 * @param where the clause or facet id, for messages
 * @param fields as SnakeYAML gives them
 */
record Node(String where, Map<String, Object> fields) {

  Set<String> names() {
    return fields.keySet();
  }

  boolean has(String field) {
    return fields.containsKey(field);
  }

  /** The text of a field, or the empty string if it is not there. */
  String text(String field) {
    Object value = fields.get(field);
    return value == null ? "" : value.toString().strip();
  }

  /** The words of a list, or none if it is not there. */
  List<String> words(String field) {
    List<?> values = (List<?>) fields.getOrDefault(field, List.of());
    return values.stream().map(Object::toString).toList();
  }

  /** The mapping under a field, or an empty one. */
  Map<?, ?> map(String field) {
    return (Map<?, ?>) fields.getOrDefault(field, Map.of());
  }

  /** The mappings listed under a field, each known by its own id. */
  List<Node> nodes(String field) {
    List<?> values = (List<?>) fields.getOrDefault(field, List.of());
    return values.stream().map(value -> of(where, value)).toList();
  }

  @SuppressWarnings("unchecked")
  static Node of(String parent, Object value) {
    Map<String, Object> fields = (Map<String, Object>) value;
    Object id = fields.get("id");
    String own = id == null ? "(no id)" : id.toString();
    return new Node(parent.isEmpty() ? own : parent + "/" + own, fields);
  }
}
