package umemtck.reference.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static umemtck.reference.model.ExportStory.INVALID;
import static umemtck.reference.model.ExportStory.P;
import static umemtck.reference.model.ExportStory.REMAP;
import static umemtck.reference.model.ExportStory.illumos;
import static umemtck.reference.model.ExportStory.mmapOf;
import static umemtck.reference.model.ExportStory.setup;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_PAGEABLE;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_TRASH;

import java.util.List;
import org.junit.jupiter.api.Test;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Outcome;

/** Which facets are held against what is seen through a mapped device, or of its memory. */
class ExportBlameTest {
  private static final String CONTENTS = "DEVMAP.success/contents";
  private static final String BOTH_VIEWS = "ALLOC.kernel-and-user-usable/both-views";
  private static final String STABLE = "LOCK.stable-content/same-pages";
  private static final String OFFSET = "DEVMAP.locked-offset/page";
  private static final String TOGETHER = "COOKIE.many-users/together";
  private static final String SURVIVES = "COOKIE.no-mapping-reference/survives-unmap";
  private static final String OTHERS = "REMAP.switch/others";
  private static final String NEW_TARGET = "REMAP.switch/new-target";
  private static final String CHILD = "DEVMAP.fork-shares/child";
  private static final String ROUNDING = "DEVMAP.rounding-contained/contained";

  /** Page 0 shows cookie 1, two pages of ones; cookie 2 holds twos. */
  private static ExportStory two() {
    return illumos().allocs(1, 2).fills(1, 2, 1).allocs(2, 2).fills(2, 2, 2);
  }

  @Test
  void aMappingOfAnAllocation() {
    assertEquals(List.of(CONTENTS, BOTH_VIEWS), two().exports(1, 0, 1, 1, 0).finds(0, 1, 0, 5));
    assertEquals(List.of(CONTENTS, BOTH_VIEWS), two().exports(1, 0, 1, 1, P).finds(0, 1, 0, 5));
  }

  @Test
  void aMappingOfALock() {
    assertEquals(List.of(CONTENTS, STABLE), locked().exports(1, 4, 1, 9, 0).finds(4, 1, 0, 5));
    assertEquals(List.of(OFFSET), locked().exports(1, 4, 1, 9, P).finds(4, 1, 0, 5));
    assertEquals(
        List.of(OFFSET, TOGETHER),
        locked().exports(1, 4, 1, 9, P).exports(2, 5, 1, 9, 0).finds(4, 1, 0, 5));
  }

  /** Pages 0 and 1 are locked, with cookie 9, and hold ones. */
  private static ExportStory locked() {
    return illumos().maps(0, 2).stores(0, 2, 1).locks(0, 2, 9);
  }

  @Test
  void aCookieWithSeveralUsers() {
    assertEquals(
        List.of(TOGETHER, CONTENTS),
        two().exports(1, 0, 1, 1, 0).exports(2, 1, 1, 1, 0).finds(0, 1, 0, 5));
    assertEquals(
        List.of(TOGETHER, CONTENTS),
        two().exports(1, 0, 1, 1, 0).buf(0x50, 1, 1, true).finds(0, 1, 0, 5));
    assertEquals(
        List.of(CONTENTS, BOTH_VIEWS),
        two().exports(1, 0, 1, 1, 0).exports(2, 1, 1, 2, 0).finds(0, 1, 0, 5));
  }

  @Test
  void aCookieThatSomeoneUnmappedBefore() {
    assertEquals(
        List.of(SURVIVES, CONTENTS),
        two().exports(1, 0, 1, 1, 0).unmaps(0, 1).exports(2, 1, 1, 1, 0).finds(1, 1, 0, 5));
  }

  @Test
  void aMappingOfTrash() {
    ExportStory trash = illumos().allocs(1, 1, DDI_UMEM_TRASH).exports(1, 0, 1, 1, 0);
    assertEquals(List.of("ALLOC.trash/junk-page"), trash.stores(0, 1, 7).finds(0, 7, 0, 5));
    trash = illumos().allocs(1, 1, DDI_UMEM_TRASH).exports(1, 0, 1, 1, 0);
    assertEquals(List.of("DEVMAP.kinds/trash"), trash.faults(0));
  }

  @Test
  void aMappingThatWasRounded() {
    assertEquals(List.of(ROUNDING), two().exports(1, 0, 1, 1, 8).finds(0, 1, 0, 5));
    assertEquals(List.of(ROUNDING), two().exports(1, 0, 1, 1, 8).forks(2).finds(0, 1, 0, 5));
    assertEquals(
        List.of("REMAP.in-bounds/refused"),
        two().exports(1, 0, 1, setup(1, 0, 1, REMAP)).remaps(1, 2, 8, 1).finds(0, 2, 0, 5));
  }

  @Test
  void aMappingThatWasRemapped() {
    assertEquals(List.of(NEW_TARGET), remapped().finds(0, 2, 0, 1));
    assertEquals(List.of(NEW_TARGET), remapped().faults(0));
    assertEquals(
        List.of("REMAP.validates/valid"),
        two().exports(1, 0, 1, setup(1, 0, 1, INVALID)).remaps(1, 2, 0, 1).faults(0));
  }

  /** Page 0, which showed cookie 1, was remapped to cookie 2; page 1 shows cookie 1. */
  private static ExportStory remapped() {
    return two().exports(1, 0, 1, setup(1, 0, 1, REMAP)).exports(2, 1, 1, 1, 0).remaps(1, 2, 0, 1);
  }

  @Test
  void aMappingBesideOneThatWasRemapped() {
    assertEquals(List.of(OTHERS), remapped().finds(1, 1, 0, 2));
    assertEquals(List.of(OTHERS, CHILD), remapped().forks(2).finds(1, 1, 0, 2));
    assertEquals(List.of(CHILD, NEW_TARGET), remapped().forks(2).finds(0, 2, 0, 1));
  }

  /** What the driver misses was stored through what showed its memory then. */
  @Test
  void aStoreBeforeTheRemap() {
    ExportStory story =
        two().exports(1, 0, 1, setup(1, 0, 1, REMAP)).stores(0, 1, 7).remaps(1, 2, 0, 1);
    assertEquals(List.of(OTHERS), story.driverFinds(1, 7, 0, 1));
    // A handle that another mapping has now was not remapped.
    story = two().exports(1, 0, 1, 1, 0).stores(0, 1, 7).unmaps(0, 1).exports(1, 0, 1, 2, 0);
    assertEquals(List.of(SURVIVES, CONTENTS), story.driverFinds(1, 7, 0, 1));
  }

  @Test
  void aMappingOfAForkedChild() {
    ExportStory child = two().second().exports(1, 0, 1, 1, 0).forks(3).by(3);
    assertEquals(List.of(CHILD), child.finds(0, 1, 0, 5));
    child = two().exports(1, 0, 1, 1, 0).forks(3).by(3);
    assertEquals(List.of(CHILD), child.faults(0));
  }

  @Test
  void aSecondSetupOfTheHandle() {
    Outcome first = ExportStory.twice(0, -1, 1);
    assertEquals(
        List.of("DEVMAP.setup-once/first-stays"),
        two().does(mmapOf(0, 1, setup(1, 0, 1, 0), setup(2, 0, 1, 0)), first).finds(0, 1, 0, 2));
    Outcome second = ExportStory.twice(-1, 0, 1);
    assertEquals(
        List.of("DEVMAP.failure-no-effect/handle"),
        two().does(mmapOf(0, 1, setup(0, 0, 1, 0), setup(2, 0, 1, 0)), second).finds(0, 2, 0, 1));
  }

  /** In illumos one locked page keeps all of its cookie in memory. */
  @Test
  void aPageThatWentWhileOneWasLocked() {
    String nested = "COOKIE.softlock-count/nested";
    ExportStory story = illumos().allocs(1, 2, DDI_UMEM_PAGEABLE).exports(1, 0, 2, 1, 0);
    story.locks(0, 1, 9);
    Outcome gone = new Outcome.Amount(0);
    Call other = new Call.IsResident(ExportStory.kernel(1) + P);
    assertEquals(List.of(nested), story.blamed(other, gone));
    Call locked = new Call.IsResident(ExportStory.kernel(1));
    assertEquals(List.of(nested, "LOCK.success/resident"), story.blamed(locked, gone));
  }
}
