package umemtck.conformance.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import umemtck.conformance.UserError;
import umemtck.conformance.catalogue.Catalogue;
import umemtck.conformance.suite.KnownIssues;
import umemtck.conformance.suite.KnownIssues.KnownIssue;

/** Reads a known-issues file: a YAML list of clause, symptom, reason, link, replay. */
final class KnownIssuesFile {
  private static final String FORM =
      "It is a YAML list of entries with clause, symptom and reason, and if you like link and replay.";

  private KnownIssuesFile() {}

  static KnownIssues read(Path file, Catalogue catalogue) {
    if (file == null) {
      return KnownIssues.NONE;
    }
    Object data;
    try {
      data = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
    } catch (IOException e) {
      throw UserError.usage("--known-issues " + file + " cannot be read: " + Why.of(e) + ".", FORM);
    } catch (YAMLException e) {
      throw UserError.usage("--known-issues " + file + " is no YAML: " + Why.of(e) + ".", FORM);
    }
    if (!(data instanceof List<?> rows)) {
      throw UserError.usage("--known-issues " + file + " is no list.", FORM);
    }
    List<KnownIssue> issues = new ArrayList<>();
    for (Object row : rows) {
      issues.add(issue(file, row, catalogue));
    }
    return new KnownIssues(issues);
  }

  private static KnownIssue issue(Path file, Object row, Catalogue catalogue) {
    if (!(row instanceof Map<?, ?> entry)
        || !Set.of("clause", "symptom", "reason", "link", "replay").containsAll(entry.keySet())) {
      throw UserError.usage("--known-issues " + file + ": not an entry: " + row, FORM);
    }
    for (String needed : List.of("clause", "symptom", "reason")) {
      if (entry.get(needed) == null || entry.get(needed).toString().isBlank()) {
        throw UserError.usage("--known-issues " + file + ": no " + needed + " in " + row, FORM);
      }
    }
    String clause = entry.get("clause").toString();
    if (catalogue.clause(clause).isEmpty()) {
      throw UserError.usage(
          "--known-issues " + file + ": there is no clause " + clause + ".",
          "umem-tck clauses lists them; " + Nearest.to(clause, catalogue));
    }
    return new KnownIssue(
        clause,
        entry.get("symptom").toString(),
        entry.get("reason").toString(),
        text(entry.get("link")),
        text(entry.get("replay")));
  }

  private static String text(Object value) {
    return value == null ? "" : value.toString();
  }
}
