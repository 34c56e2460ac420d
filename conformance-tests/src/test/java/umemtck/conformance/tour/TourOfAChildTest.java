package umemtck.conformance.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umemtck.conformance.Native;
import umemtck.conformance.session.Bench;
import umemtck.conformance.subject.Subjects;

/** A child process is toured as whoever runs in this one. */
final class TourOfAChildTest {
  @TempDir private static Path build;

  @BeforeAll
  static void make() throws IOException {
    assumeTrue(Native.hasCompiler(), Native.NO_COMPILER);
    assertNull(Native.make(build, "all"), "make");
  }

  private static OfModel tour(String name, String model) {
    Subjects.Found child =
        Subjects.find("exec:" + build.resolve(name), new Subjects.Children("0.1.0", 0, null));
    try {
      return OfModel.tour(model, new Bench(child.subject(), child.profile()));
    } finally {
      child.subject().close();
    }
  }

  @Test
  void one_in_c_takes_every_edge_of_a_graph() {
    OfModel tour = tour("uumem", "MCIoOverlap");
    assertEquals(List.of(), tour.broken());
    assertEquals(Optional.empty(), tour.toured().fault());
    assertEquals(tour.toured().known(), tour.toured().covered());
  }

  @Test
  void one_with_a_planted_bug_is_caught() {
    assertEquals(
        "ALLOC.zero-filled/locked", tour("uumem-FORGETS_TO_ZERO", "MCContents").broken().get(0));
  }
}
