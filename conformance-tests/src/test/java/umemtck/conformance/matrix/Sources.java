package umemtck.conformance.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import umemtck.conformance.catalogue.Catalogue;

/** Who cites a clause, read from the sources of the specification and of the model. */
final class Sources {
  private static final Pattern ID =
      Pattern.compile("\\b(?:" + String.join("|", Catalogue.AREAS) + ")\\.[a-z0-9-]+");

  private Sources() {}

  /** By clause, of the files of a folder that end so. */
  static Map<String, Set<String>> citing(Path folder, String ending) {
    Map<String, Set<String>> by = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(ending)).toList()) {
        String name = file.getFileName().toString();
        String bare = name.substring(0, name.length() - ending.length());
        for (String id : ids(Files.readString(file))) {
          by.computeIfAbsent(id, i -> new TreeSet<>()).add(bare);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return by;
  }

  /** The clauses that a text cites. */
  static List<String> ids(String text) {
    Matcher m = ID.matcher(text);
    return m.results().map(r -> r.group()).distinct().toList();
  }
}
