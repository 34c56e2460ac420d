package umemtck.reference.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static umemtck.reference.model.ExportStory.P;
import static umemtck.reference.model.ExportStory.at;
import static umemtck.reference.model.ExportStory.dhp;
import static umemtck.reference.model.ExportStory.illumos;
import static umemtck.reference.model.ExportStory.setup;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_TRASH;

import java.util.List;
import org.junit.jupiter.api.Test;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.DataModel;
import umemtck.spec.ddi.DevmapCallback;
import umemtck.spec.ddi.MapFlag;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Prot;
import umemtck.spec.ddi.UmemSetup;

/** Which bytes are known of what applications have mapped. */
class ViewsTest {
  private static final UmemModel MODEL = new UmemModel(LockStory.config(Profile.ILLUMOS));

  private static int shows(ExportStory story, long addr) {
    return MODEL.shows(story.state(), 1, addr);
  }

  @Test
  void aPageOfTheProcess() {
    ExportStory story = illumos().maps(0, 2);
    assertEquals(-1, shows(story, at(0)));
    story.stores(1, 1, 7).does(new Call.UserFill(1, at(1) + 4, 2, 8), Outcome.Done.INSTANCE);
    assertEquals(-1, shows(story, at(0)));
    assertEquals(
        List.of(7, 8, 8, 7),
        List.of(
            shows(story, at(1) + 3),
            shows(story, at(1) + 4),
            shows(story, at(1) + 5),
            shows(story, at(1) + 6)));
  }

  @Test
  void memoryOfTheKernel() {
    ExportStory story = illumos().allocs(1, 2).fills(1, 1, 7).exports(1, 0, 2, 1, 0);
    assertEquals(7, shows(story, at(0)));
    assertEquals(0, shows(story, at(1)));
  }

  @Test
  void lockedMemory() {
    ExportStory story = illumos().maps(0, 2).stores(1, 1, 7).locks(0, 2, 9);
    story.exports(1, 4, 2, 9, 0);
    assertEquals(-1, shows(story, at(4)));
    assertEquals(7, shows(story, at(5)));
  }

  @Test
  void theSharedArea() {
    ExportStory story = illumos().shares(0);
    assertEquals(0, shows(story, at(0)));
    assertEquals(7, shows(story.sharedFill(0, P, 7), at(0)));
  }

  @Test
  void theJunkPage() {
    ExportStory story = illumos().allocs(1, 2, DDI_UMEM_TRASH).exports(1, 0, 2, 1, 0);
    assertEquals(-1, shows(story, at(0)));
    story.does(new Call.UserFill(1, at(1) + 4, 1, 7), Outcome.Done.INSTANCE);
    assertEquals(7, shows(story, at(1) + 4));
    assertEquals(-1, shows(story, at(1) + 5));
  }

  /** Some byte of the cookie, if it was rounded: the first will do. */
  @Test
  void whatWasRounded() {
    ExportStory story = illumos().allocs(1, 2).fills(1, 1, 7).exports(1, 0, 1, 1, 8);
    assertEquals(7, shows(story, at(0)));
    story = illumos().maps(4, 2).stores(4, 2, 7).locks(4, 2, 9).exports(1, 0, 1, 9, 8);
    assertEquals(-1, shows(story, at(0)));
  }

  @Test
  void aPrivateMapping() {
    UmemSetup access = new UmemSetup(1, 0, P, Prot.ALL, 0, DevmapCallback.DEVMAP_ACCESS);
    ExportStory story =
        illumos()
            .allocs(1, 1)
            .does(
                new Call.DevmapUmemSetup(
                    1, at(0), P, Prot.READ, MapFlag.MAP_PRIVATE, 3, access, null, 0, 0),
                new Outcome.Mapped(0, 0, 1, dhp(1), DataModel.DDI_MODEL_LP64, 0, 0));
    assertEquals(-1, shows(story, at(0)));
    assertEquals(true, mayFind(story, 5, -1, 0), "nothing is known of it");
  }

  /** What is stored through one mapping is seen through the other, wherever it begins. */
  @Test
  void twoMappingsOfACookie() {
    ExportStory story =
        illumos().allocs(1, 2).exports(1, 0, 2, 1, 0).exports(2, 4, 1, setup(1, P, 1, 0));
    story.stores(4, 1, 7);
    assertEquals(0, shows(story, at(0)));
    assertEquals(7, shows(story, at(1)));
  }

  // ---- Where offset or length were rounded, and nobody knows how.

  /** Two pages of 7 and 0, of which a mapping of one page shows some bytes. */
  private static ExportStory rounded() {
    return illumos().allocs(1, 2).fills(1, 1, 7).exports(1, 0, 1, 1, 8);
  }

  /** The same of pages of 7 and 8 that a process has locked. */
  private static ExportStory roundedLock() {
    ExportStory story = illumos().maps(4, 2).stores(4, 1, 7).stores(5, 1, 8);
    return story.locks(4, 2, 9).exports(1, 0, 1, 9, 8);
  }

  private static boolean mayFind(ExportStory story, int value, long difference, int found) {
    UmemState s = story.state();
    return new Views(LockStory.config(Profile.ILLUMOS))
        .agrees(s, 1, new Extent(at(0), P), value, new Outcome.Matched(difference, found));
  }

  @Test
  void someByteIsFound() {
    for (ExportStory story : List.of(rounded(), roundedLock())) {
      int other = story.state().live().isEmpty() ? 8 : 0;
      assertEquals(true, mayFind(story, 7, -1, 0));
      assertEquals(true, mayFind(story, other, -1, 0), "of the second page");
      assertEquals(false, mayFind(story, 5, -1, 0), "nobody stored it");
      assertEquals(true, mayFind(story, 5, 0, 7), "the first byte differs");
      assertEquals(true, mayFind(story, 5, 0, other));
      assertEquals(false, mayFind(story, 5, 0, 3), "nobody stored that");
      assertEquals(true, mayFind(story, 7, 8, other));
      assertEquals(false, mayFind(story, 5, 8, 7), "eight bytes were as nobody stored");
      assertEquals(false, mayFind(story, 7, 8, 3));
    }
  }

  @Test
  void aStoreThatNobodyKnowsWhere() {
    ExportStory story = rounded().stores(0, 1, 5).exports(2, 4, 2, 1, 0);
    assertEquals(List.of(-1, -1), List.of(shows(story, at(4)), shows(story, at(5) + P - 1)));
    assertEquals(true, mayFind(story, 5, -1, 0));
    assertEquals(7, shows(story.fills(1, 2, 7), at(5) + P - 1));
    story = roundedLock().stores(0, 1, 5);
    assertEquals(List.of(-1, -1), List.of(shows(story, at(4)), shows(story, at(5))));
    assertEquals(true, mayFind(story, 5, -1, 0));
  }
}
