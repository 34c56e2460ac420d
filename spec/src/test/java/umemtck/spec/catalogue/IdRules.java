package umemtck.spec.catalogue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What holds of the ids of the whole catalogue: they are fixed, letter for letter. */
final class IdRules {
  static final List<Rule<IdRules>> ALL =
      List.of(
          new Rule<>("missing-id", IdRules::missingId),
          new Rule<>("unknown-id", IdRules::unknownId),
          new Rule<>("duplicate-id", IdRules::duplicateId),
          new Rule<>("id-out-of-order", IdRules::idOutOfOrder),
          new Rule<>("foreign-id", IdRules::foreignId),
          new Rule<>("foreign-file", IdRules::foreignFile));

  private final List<CatalogueFile> files;
  private final List<String> expected;

  /**
   * Looks at files.
   *
   * @param expected all ids, in their order
   */
  IdRules(List<CatalogueFile> files, List<String> expected) {
    this.files = files;
    this.expected = expected;
  }

  private void missingId(Consumer<String> wrong) {
    Set<String> missing = new HashSet<>(expected);
    found(files).forEach(missing::remove);
    missing.forEach(id -> wrong.accept("the clause '" + id + "' is missing"));
  }

  private void unknownId(Consumer<String> wrong) {
    found(files).stream()
        .filter(id -> !expected.contains(id))
        .forEach(id -> wrong.accept("there is no clause '" + id + "'"));
  }

  private void duplicateId(Consumer<String> wrong) {
    Set<String> seen = new HashSet<>();
    found(files).stream()
        .filter(id -> !seen.add(id))
        .forEach(id -> wrong.accept("the clause '" + id + "' is there twice"));
  }

  private void idOutOfOrder(Consumer<String> wrong) {
    for (CatalogueFile file : files) {
      int last = -1;
      for (String id : found(List.of(file))) {
        int place = expected.indexOf(id);
        if (place >= 0 && place < last) {
          wrong.accept("'" + id + "' stands behind '" + expected.get(last) + "'");
        }
        last = Math.max(last, place);
      }
    }
  }

  private void foreignId(Consumer<String> wrong) {
    for (CatalogueFile file : files) {
      found(List.of(file)).stream()
          .filter(id -> !id.startsWith(file.area() + "."))
          .forEach(id -> wrong.accept("'" + id + "' stands in the file of " + file.area()));
    }
  }

  private void foreignFile(Consumer<String> wrong) {
    for (CatalogueFile file : files) {
      if (!file.declaredArea().equals(file.area())) {
        wrong.accept("the file of " + file.area() + " says it is of " + file.declaredArea());
      }
    }
  }

  private static List<String> found(List<CatalogueFile> files) {
    return files.stream()
        .flatMap(file -> file.clauses().stream())
        .map(clause -> clause.text("id"))
        .toList();
  }
}
