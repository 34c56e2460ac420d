package umemtck.reference.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static umemtck.reference.model.ExportStory.P;
import static umemtck.reference.model.ExportStory.illumos;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_TRASH;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.FaultyStep;
import umemtck.spec.ddi.Outcome;

/** States of exports and of bufs are values, too. */
class ExportStateTest {
  private static ExportStory trash() {
    return illumos().allocs(1, 1, DDI_UMEM_TRASH).exports(1, 0, 1, 1, 0);
  }

  @Test
  void exportsAreEqualIfNothingTellsThemApart() {
    Exports one = trash().second32().shares(4).stores(0, 1, 7).state().exports();
    Exports two = trash().second32().shares(4).stores(0, 1, 7).state().exports();
    assertEquals(one, two);
    assertEquals(one.hashCode(), two.hashCode());
  }

  @Test
  void exportsAreNotEqualIfAnythingDoes() {
    Exports s = trash().state().exports();
    Call tooLong = new Call.SharedMmap(1, ExportStory.at(4), 2 * P, 0, ExportStory.RW);
    for (ExportStory other :
        List.of(
            trash().exports(2, 1, 1, 1, 0),
            trash().unmaps(0, 1).shares(0),
            trash().does(tooLong, new Outcome.Result(Errno.ENXIO)),
            trash().second32(),
            trash().stores(0, 1, 7))) {
      assertNotEquals(s, other.state().exports());
      assertNotEquals(other.state().exports(), s);
    }
    // Nothing but the area tells these apart.
    Exports area = trash().shares(4).state().exports();
    assertNotEquals(area, trash().shares(4).sharedFill(0, 1, 7).state().exports());
    assertNotEquals(s, new Object());
  }

  /** Who stored through what tells who is to blame; it allows nothing else. */
  @Test
  void exportsAreEqualIfOnlyTheBlameDiffers() {
    ExportStory one = illumos().allocs(1, 1).exports(1, 0, 1, 1, 0);
    Exports before = one.state().exports();
    assertEquals(before, one.stores(0, 1, 7).state().exports());
  }

  @Test
  void theHashTellsHowManyThereAre() {
    assertNotEquals(trash().state().exports().hashCode(), Exports.INIT.hashCode());
    assertNotEquals(
        Exports.INIT.with(SharedArea.allocated(P, 0, 0)).hashCode(), Exports.INIT.hashCode());
  }

  private static ExportStory kernel() {
    return illumos().allocs(1, 1).maps(0, 2);
  }

  @Test
  void bufsAreEqualIfNothingTellsThemApart() {
    Buffers one = kernel().stores(0, 1, 7).buf(0x50, 1, 1, true).state().buffers();
    Buffers two = kernel().buf(0x50, 1, 1, true).stores(0, 1, 7).state().buffers();
    assertEquals(one, two);
    assertEquals(one.hashCode(), two.hashCode());
  }

  @Test
  void bufsAreNotEqualIfAnythingDoes() {
    Buffers s = kernel().state().buffers();
    for (ExportStory other :
        List.of(
            kernel().buf(0x50, 1, 1, true),
            kernel().stores(0, 1, 7),
            kernel().does(new Call.FailNext(FaultyStep.BUF, 12), Outcome.Done.INSTANCE))) {
      assertNotEquals(s, other.state().buffers());
      assertNotEquals(other.state().buffers(), s);
    }
    assertNotEquals(s, new Object());
  }

  /** Whose transfer was the last tells who is to blame. */
  @Test
  void bufsAreEqualIfOnlyTheBlameDiffers() {
    ExportStory one = kernel().buf(0x50, 1, 1, true);
    Buffers before = one.state().buffers();
    one.does(new Call.Strategy(0x50, 7), new Outcome.Matched(-1, 0));
    assertEquals(before, one.state().buffers());
  }

  @Test
  void theHashTellsHowManyBufsThereAre() {
    long hashes =
        IntStream.range(0, 10)
            .map(
                n -> {
                  ExportStory story = kernel();
                  for (int i = 1; i <= n; i++) {
                    story.buf(0x50 + i, 1, 1, true);
                  }
                  return story.state().buffers().hashCode();
                })
            .distinct()
            .count();
    assertTrue(hashes > 5, hashes + " hashes of 10 states");
  }

  /** Numbers of processes do not come again: what is known of their pages would only cost time. */
  @Test
  void nothingIsKeptOfAProcessThatExited() {
    ExportStory story = illumos().maps(0, 1).stores(0, 1, 7).second().by(2).maps(0, 1);
    story.stores(0, 1, 8).by(1).does(new Call.Exit(2), Outcome.Done.INSTANCE);
    assertEquals(
        List.of(1L), story.state().buffers().pages().stream().map(Buffers.Page::space).toList());
  }
}
