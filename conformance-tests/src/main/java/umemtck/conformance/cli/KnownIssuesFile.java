package umemtck.conformance.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions;
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

  /** The reason of what {@code --update} lists: somebody has to say a better one. */
  static final String NEW = "not explained yet";

  private KnownIssuesFile() {}

  /** Writes the file anew; comments in it are lost. */
  static void write(Path file, KnownIssues issues) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (KnownIssue i : issues.all()) {
      Map<String, String> row = new LinkedHashMap<>();
      row.put("clause", i.clause());
      row.put("symptom", i.symptom());
      row.put("reason", i.reason());
      if (!i.link().isEmpty()) {
        row.put("link", i.link());
      }
      if (!i.replay().isEmpty()) {
        row.put("replay", i.replay());
      }
      rows.add(row);
    }
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    try {
      Files.writeString(file, new Yaml(options).dump(rows));
    } catch (IOException e) {
      throw UserError.usage(
          "--update: " + file + " cannot be written: " + Why.of(e) + ".",
          "The verdicts of the run are kept.");
    }
  }

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
