package umemtck.spec.catalogue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The committed catalogue, and the committed list of its ids. */
final class Catalogue {
  private Catalogue() {}

  /** Every file of the folder of clauses, in the order of their names. */
  static List<CatalogueFile> files() throws IOException {
    List<CatalogueFile> files = new ArrayList<>();
    for (Path path : listed(resource("/umemtck/spec/clauses/ALLOC.yaml").getParent())) {
      String area = path.getFileName().toString().replace(".yaml", "");
      files.add(CatalogueFile.read(area, Files.readString(path)));
    }
    return files;
  }

  /** All ids, in the order of the contract. */
  static List<String> ids() throws IOException {
    return Files.readAllLines(resource("/umemtck/spec/catalogue/ids.txt"));
  }

  static Path resource(String name) {
    try {
      return Path.of(Catalogue.class.getResource(name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("no place on disk for " + name, e);
    }
  }

  static List<Path> listed(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.filter(path -> path.toString().endsWith(".yaml")).sorted().toList();
    }
  }
}
