package umemtck.conformance.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import umemtck.conformance.Golden;
import umemtck.conformance.report.Json;

/** A plan as JSON: the same bytes, there and back, for every kind of step. */
final class PlanJsonTest {
  @TempDir private Path dir;

  @Test
  void every_kind_of_step_is_written_the_same_and_read_back() throws IOException {
    staysAsItIs("plan.json.txt", EveryStep.ABOUT_ALLOCATIONS);
  }

  @Test
  void so_is_every_kind_that_is_about_locked_memory() throws IOException {
    staysAsItIs("plan-locks.json.txt", EveryStep.ABOUT_LOCKED_MEMORY);
  }

  @Test
  void so_is_every_kind_that_is_about_bufs() throws IOException {
    staysAsItIs("plan-bufs.json.txt", EveryStep.ABOUT_BUFS);
  }

  @Test
  void so_is_every_kind_that_is_about_exports() throws IOException {
    staysAsItIs("plan-exports.json.txt", EveryStep.ABOUT_EXPORTS);
  }

  @Test
  void so_are_calls_that_overlap() throws IOException {
    staysAsItIs("plan-overlaps.json.txt", EveryStep.ABOUT_OVERLAPS);
  }

  @Test
  void no_kind_of_step_is_missing_above() {
    Set<Class<?>> kinds = new HashSet<>(Set.of(Step.class.getPermittedSubclasses()));
    kinds.remove(LockStep.class);
    kinds.addAll(Set.of(LockStep.class.getPermittedSubclasses()));
    kinds.remove(BufStep.class);
    kinds.addAll(Set.of(BufStep.class.getPermittedSubclasses()));
    kinds.remove(ExportStep.class);
    kinds.addAll(Set.of(ExportStep.class.getPermittedSubclasses()));
    assertEquals(
        kinds,
        EveryStep.ALL.stream()
            .flatMap(p -> p.steps().stream())
            .map(Object::getClass)
            .collect(Collectors.toSet()));
  }

  private void staysAsItIs(String golden, Plan plan) throws IOException {
    Golden.holds(golden, Json.text(plan));
    assertEquals(plan, read(Json.text(plan)));
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
        "{\"free\":{},\"misuse\":false,\"steps\":[{\"do\":\"gate_worker\",\"gate\":null}]}",
        "{\"free\":{},\"misuse\":false,\"steps\":[{\"do\":\"gate_worker\",\"gate\":\"OPEN\"}]}",
        "{\"free\":{},\"misuse\":false,\"steps\":[{\"do\":\"ddi_umem_lock\",\"name\":1,\"by\":0,"
            + "\"at\":{\"page\":\"0\",\"bytes\":\"0\",\"len\":null},\"flags\":1,\"context\":\"USER\"}]}",
        "{\"free\":{},\"misuse\":false,\"steps\":[{\"do\":\"ddi_umem_unlock_stranger\"}]}",
        "{\"free\":{},\"misuse\":false,\"steps\":[{\"do\":\"transfer\"}]}",
        "{\"free\":{},\"misuse\":false,\"steps\":[{\"do\":\"ddi_umem_iosetup\",\"name\":1}]}",
        "{\"free\":{},\"misuse\":false,\"steps\":[{\"do\":\"touch\"}]}",
        "{\"free\":{},\"misuse\":false,\"steps\":[{\"do\":\"shared_touch\",\"by\":null}]}",
        "{\"free\":{},\"misuse\":false,\"steps\":[{\"do\":\"fork\",\"name\":1}]}",
        "{\"free\":{},\"misuse\":false,\"steps\":[{\"do\":\"devmap_umem_remap\",\"name\":1,"
            + "\"of\":null,\"maxprot\":15,\"flags\":0}]}",
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
