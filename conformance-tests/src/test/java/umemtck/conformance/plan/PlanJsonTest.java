package umemtck.conformance.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import umemtck.conformance.Golden;
import umemtck.conformance.report.Json;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Resource;

/** A plan as JSON: the same bytes, there and back, for every kind of step. */
final class PlanJsonTest {
  private static final Plan EVERY_KIND =
      new Plan(
          Map.of(Resource.SWAP, 3L, Resource.PAGES, 8L),
          true,
          List.of(
              new Step.Alloc(1, Size.belowMax(1, 2), 7, Context.INTERRUPT),
              new Step.Alloc(2, new Size(Size.Base.FREE, -1, 1), 0, Context.USER),
              new Step.Free(1, Context.KERNEL),
              new Step.FreeNull(Context.USER),
              new Step.FreeStranger(),
              new Step.Rewrite(2),
              new Step.SetFree(Resource.COOKIES, Long.MAX_VALUE),
              new Step.PageOut(),
              new Step.Settle()));

  @TempDir private Path dir;

  @Test
  void every_kind_of_step_is_written_the_same_and_read_back() throws IOException {
    assertEquals(
        Set.of(Step.class.getPermittedSubclasses()),
        EVERY_KIND.steps().stream().map(Object::getClass).collect(Collectors.toSet()));
    Golden.holds("plan.json.txt", Json.text(EVERY_KIND));
    assertEquals(EVERY_KIND, read(Json.text(EVERY_KIND)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{}",
        "[]",
        "{\"free\":{},\"misuse\":false,\"steps\":[null]}",
        "{\"free\":{},\"misuse\":false,\"steps\":[{\"do\":\"panic\"}]}",
        "{\"free\":{},\"misuse\":false,\"steps\":[{\"do\":\"settle\",\"twice\":true}]}",
        "{\"free\":{},\"misuse\":false,\"steps\":[{\"do\":\"ddi_umem_free\"}]}",
        "{\"free\":{},\"misuse\":false,\"steps\":[]} and more"
      })
  void what_is_not_whole_is_refused(String text) {
    assertThrows(IOException.class, () -> read(text));
  }

  private Plan read(String text) throws IOException {
    Path file = dir.resolve("plan.json");
    Files.writeString(file, text);
    return Json.read(file, Plan.class);
  }
}
