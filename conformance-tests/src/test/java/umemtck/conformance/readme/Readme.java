package umemtck.conformance.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** README.md, as text and as the blocks in it. */
final class Readme {
  private Readme() {}

  /** The top of the repository. */
  static Path top() {
    Path at = Path.of("").toAbsolutePath();
    while (!Files.exists(at.resolve("umem-tck"))) {
      at = at.getParent();
    }
    return at;
  }

  /** The fenced blocks in a language, in their order. */
  static List<List<String>> blocks(String language) throws IOException {
    List<List<String>> blocks = new ArrayList<>();
    List<String> block = null;
    for (String line : Files.readAllLines(top().resolve("README.md"))) {
      if (block == null && line.equals("```" + language)) {
        block = new ArrayList<>();
      } else if (block != null && line.equals("```")) {
        blocks.add(block);
        block = null;
      } else if (block != null) {
        block.add(line);
      }
    }
    return blocks;
  }
}
