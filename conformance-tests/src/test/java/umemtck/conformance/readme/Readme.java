package umemtck.conformance.readme;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** README.md and the pages beside it, as the blocks in them. */
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

  /**
   * A fenced block.
   *
   * @param language what stands behind the fence; may be empty
   */
  record Block(String language, List<String> lines) {}

  /** The fenced blocks of the README in a language, in their order. */
  static List<List<String>> blocks(String language) throws IOException {
    return blocks(top().resolve("README.md")).stream()
        .filter(b -> b.language().equals(language))
        .map(Block::lines)
        .toList();
  }

  /** The fenced blocks of a page, in their order. */
  static List<Block> blocks(Path page) throws IOException {
    List<Block> blocks = new ArrayList<>();
    Block block = null;
    for (String line : Files.readAllLines(page)) {
      if (block == null && line.startsWith("```")) {
        block = new Block(line.substring(3), new ArrayList<>());
      } else if (block != null && line.equals("```")) {
        blocks.add(block);
        block = null;
      } else if (block != null) {
        block.lines().add(line);
      }
    }
    return blocks;
  }

  /**
   * Holds what a command printed against a transcript, in which "..." stands for lines left out.
   */
  static void holds(List<String> transcript, List<String> printed) {
    int at = 0;
    for (String line : transcript) {
      if (!line.strip().equals("...")) {
        int found = printed.subList(at, printed.size()).indexOf(line);
        assertTrue(found >= 0, () -> "not printed: " + line + "\nbut: " + printed);
        at += found + 1;
      }
    }
  }
}
