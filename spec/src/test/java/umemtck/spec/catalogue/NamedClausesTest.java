package umemtck.spec.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Wherever the repository names a clause or a facet, there is one. */
class NamedClausesTest {
  private static final String PARENT = "<artifactId>umem-tck-parent</artifactId>";
  private static final List<String> SUFFIXES =
      List.of(".java", ".c", ".h", ".tla", ".cfg", ".md", ".yaml");

  @Test
  void every_clause_that_is_named_exists() throws IOException {
    NamedClauses catalogue = new NamedClauses(Catalogue.files());
    Path top = top();
    List<String> unknown = new ArrayList<>();
    int named = 0;
    for (Path source : sources(top)) {
      for (String name : NamedClauses.in(Files.readString(source))) {
        named++;
        if (!catalogue.knows(name)) {
          unknown.add(top.relativize(source) + " names " + name);
        }
      }
    }
    assertTrue(named >= 192, "the scan saw less than the catalogue itself: " + named + " names");
    assertEquals(List.of(), unknown, "no such clause or facet");
  }

  @Test
  void a_name_that_does_not_exist_is_found() throws IOException {
    NamedClauses catalogue = new NamedClauses(Catalogue.files());
    String text = Files.readString(Catalogue.resource("/lint/names.txt"));
    List<String> unknown = new ArrayList<>(NamedClauses.in(text));
    unknown.removeIf(catalogue::knows);
    assertEquals(Files.readAllLines(Catalogue.resource("/lint/names-unknown.txt")), unknown);
  }

  /** The folder of the parent pom, upwards from here. */
  private static Path top() throws IOException {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path pom = at.resolve("pom.xml");
      if (Files.exists(pom) && isParent(Files.readString(pom))) {
        return at;
      }
    }
    throw new IllegalStateException("no umem-tck above " + Path.of("").toAbsolutePath());
  }

  /** A module names the parent too, but inside its {@code <parent>}. */
  private static boolean isParent(String pom) {
    return pom.contains(PARENT) && !pom.contains("<parent>");
  }

  private static List<Path> sources(Path top) throws IOException {
    List<Path> sources = new ArrayList<>();
    Path fixtures = Path.of("spec/src/test/resources/lint");
    Files.walkFileTree(
        top,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean skip =
                Set.of("target", ".git", "node_modules").contains(folder.getFileName().toString())
                    || top.relativize(folder).equals(fixtures);
            return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (SUFFIXES.stream().anyMatch(file.toString()::endsWith)) {
              sources.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return sources;
  }
}
