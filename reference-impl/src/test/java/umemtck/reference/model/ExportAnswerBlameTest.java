package umemtck.reference.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static umemtck.reference.model.ExportStory.P;
import static umemtck.reference.model.ExportStory.REMAP;
import static umemtck.reference.model.ExportStory.at;
import static umemtck.reference.model.ExportStory.dhp;
import static umemtck.reference.model.ExportStory.illumos;
import static umemtck.reference.model.ExportStory.mmapOf;
import static umemtck.reference.model.ExportStory.remap;
import static umemtck.reference.model.ExportStory.setup;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_NOSLEEP;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_PAGEABLE;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_TRASH;

import java.util.List;
import org.junit.jupiter.api.Test;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.DataModel;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.MapFlag;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Outcome.Mapped;
import umemtck.spec.ddi.Prot;

/** Which facets the answer of a setup, a remap, an mprotect or a fork is held against. */
class ExportAnswerBlameTest {
  private static final String TOGETHER = "COOKIE.many-users/together";
  private static final String SURVIVES = "COOKIE.no-mapping-reference/survives-unmap";
  private static final String FLAGS_ZERO = "DEVMAP.flags-zero/accepted";
  private static final String EXTENT = "ALLOC.round-up/exact-extent";
  private static final String BOUNDS = "DEVMAP.in-bounds/refused";
  private static final String STICKY = "DEVMAP.maxprot-sticky/mprotect";

  private static Outcome failed(int errno, int setup) {
    return new Mapped(errno, setup, Mapped.NOT_MADE, 0, DataModel.DDI_MODEL_LP64, 0, 0);
  }

  /** Who is blamed if a setup of some pages of a cookie is refused. */
  private static List<String> refused(ExportStory story, long cookie, long koff, long pages) {
    return story.blamed(
        mmapOf(8, pages, setup(cookie, koff, pages, 0), null), failed(Errno.ENXIO, -1));
  }

  @Test
  void aSetupThatIsRefusedForItsKind() {
    assertEquals(List.of("DEVMAP.kinds/non-pageable"), refused(illumos().allocs(1, 2), 1, 0, 2));
    assertEquals(
        List.of("DEVMAP.kinds/pageable"),
        refused(illumos().allocs(1, 2, DDI_UMEM_PAGEABLE), 1, 0, 2));
    assertEquals(
        List.of("DEVMAP.kinds/trash"), refused(illumos().allocs(1, 2, DDI_UMEM_TRASH), 1, 0, 2));
    assertEquals(
        List.of("DEVMAP.kinds/locked"), refused(illumos().maps(0, 2).locks(0, 2, 9), 9, 0, 2));
    assertEquals(List.of("DEVMAP.success/given"), refused(illumos().allocs(1, 2), 1, P, 1));
  }

  @Test
  void aSetupOfAllOfARoundedSize() {
    assertEquals(List.of(EXTENT), refused(odd(), 1, 0, 2));
    assertEquals(List.of("DEVMAP.kinds/non-pageable"), refused(odd(), 1, 0, 1));
    assertEquals(List.of("DEVMAP.success/given"), refused(odd(), 1, P, 1));
    ExportStory trash =
        illumos()
            .does(
                new Call.UmemAlloc(P + 9, DDI_UMEM_NOSLEEP | DDI_UMEM_TRASH),
                new Outcome.Allocated(0, 1));
    assertEquals(List.of("DEVMAP.kinds/trash"), refused(trash, 1, 0, 2));
  }

  /** Cookie 1 is of a page and nine bytes. */
  private static ExportStory odd() {
    return illumos()
        .does(
            new Call.UmemAlloc(P + 9, DDI_UMEM_NOSLEEP),
            new Outcome.Allocated(ExportStory.kernel(1), 1));
  }

  @Test
  void aSetupBesideOtherUsers() {
    ExportStory mapped = illumos().allocs(1, 2).exports(1, 0, 2, 1, 0);
    assertEquals(List.of(TOGETHER), refused(mapped, 1, 0, 2));
    assertEquals(List.of(TOGETHER), refused(illumos().allocs(1, 2).buf(0x50, 1, 1, true), 1, 0, 2));
    mapped = illumos().allocs(1, 2).exports(1, 0, 2, 1, 0).buf(0x50, 1, 1, true);
    assertEquals(List.of(TOGETHER), refused(mapped, 1, 0, 2));
    ExportStory gone = illumos().allocs(1, 2).exports(1, 0, 2, 1, 0).unmaps(0, 2);
    assertEquals(List.of(SURVIVES), refused(gone, 1, 0, 2));
  }

  @Test
  void aSetupWithoutFlagsWhereThoseWithSomeSucceed() {
    ExportStory flags = illumos().allocs(1, 2).exports(1, 0, 2, setup(1, 0, 2, REMAP));
    assertEquals(List.of(FLAGS_ZERO), refused(flags, 1, 0, 2));
    flags = illumos().allocs(1, 2).exports(1, 0, 2, setup(1, 0, 2, REMAP)).exports(2, 4, 2, 1, 0);
    assertEquals(List.of(TOGETHER), refused(flags, 1, 0, 2));
    flags = illumos().allocs(1, 2).allocs(2, 2).exports(1, 0, 2, setup(1, 0, 2, REMAP));
    assertEquals(List.of(FLAGS_ZERO), refused(flags.exports(2, 4, 2, 2, 0), 1, 0, 2));
    flags = illumos().allocs(1, 2).exports(1, 0, 2, setup(1, 0, 2, REMAP));
    assertEquals(
        List.of(TOGETHER),
        flags.blamed(mmapOf(8, 2, setup(1, 0, 2, REMAP), null), failed(Errno.ENXIO, -1)));
  }

  @Test
  void aCookieThatIsUsedAnew() {
    ExportStory again =
        illumos()
            .allocs(1, 2)
            .exports(1, 0, 2, 1, 0)
            .unmaps(0, 2)
            .does(new Call.UmemFree(1), Outcome.Done.INSTANCE)
            .allocs(1, 2);
    assertEquals(List.of("DEVMAP.kinds/non-pageable"), refused(again, 1, 0, 2));
    ExportStory other =
        illumos()
            .allocs(1, 2)
            .allocs(2, 2)
            .exports(1, 0, 2, 1, 0)
            .exports(2, 2, 2, 2, 0)
            .unmaps(0, 4)
            .does(new Call.UmemFree(1), Outcome.Done.INSTANCE);
    assertEquals(List.of(SURVIVES), refused(other, 2, 0, 2));
  }

  /** Who exits, or unmaps, leaves what others have as it is. */
  @Test
  void aCookieThatOthersHaveStill() {
    ExportStory story = illumos().second().allocs(1, 1).allocs(2, 1).exports(1, 0, 1, 1, 0);
    story.by(2).exports(2, 0, 1, 2, 0).exports(3, 1, 1, 1, 0);
    story.by(1).does(new Call.Exit(2), Outcome.Done.INSTANCE);
    assertEquals(List.of(TOGETHER), refused(story, 1, 0, 1));
    story = illumos().second().allocs(1, 1).allocs(2, 1).exports(1, 0, 1, 1, 0);
    story.by(2).exports(2, 0, 1, 2, 0).by(1).does(new Call.Exit(2), Outcome.Done.INSTANCE);
    assertEquals(List.of(SURVIVES), refused(story, 2, 0, 1));
  }

  @Test
  void aSetupBeyondTheMemory() {
    assertEquals(List.of(EXTENT, BOUNDS), succeeding(illumos().allocs(1, 2), 1, 0, 3));
    assertEquals(List.of(BOUNDS), succeeding(illumos().allocs(1, 2), 1, 0, 4));
    assertEquals(List.of(BOUNDS), succeeding(illumos().allocs(1, 2), 1, P, 3));
    assertEquals(List.of(BOUNDS), succeeding(illumos().maps(0, 2).locks(0, 2, 9), 9, 0, 3));
  }

  private static List<String> succeeding(ExportStory story, long cookie, long koff, long pages) {
    return story.blamed(mmapOf(8, pages, setup(cookie, koff, pages, 0), null), story.mapped(1));
  }

  @Test
  void aSetupWithAnotherAnswer() {
    Call beyond = mmapOf(8, 4, setup(1, 0, 4, 0), null);
    assertEquals(
        List.of(BOUNDS), illumos().allocs(1, 2).blamed(beyond, failed(Errno.ENXIO, Errno.EINVAL)));
    assertEquals(
        List.of(BOUNDS),
        illumos().allocs(1, 2).blamed(beyond, failed(Errno.ENXIO, Mapped.NOT_MADE)));
    Call right = mmapOf(8, 2, setup(1, 0, 2, 0), null);
    assertEquals(
        List.of("DEVMAP.kinds/non-pageable"),
        illumos().allocs(1, 2).blamed(right, failed(Errno.ENXIO, Mapped.NOT_MADE)));
    assertEquals(
        List.of("DEVMAP.null-cookie/refused"),
        illumos().blamed(mmapOf(8, 2, setup(0, 0, 2, 0), null), new Outcome.Panicked("null")));
  }

  /** It failed before, and left something behind. */
  @Test
  void anMmapWhereOneFailed() {
    String nothing = "DEVMAP.failure-no-effect/no-mapping";
    assertEquals(List.of(nothing), again(failedAt(8), 8));
    assertEquals(List.of("DEVMAP.success/given"), again(failedAt(8), 10));
    ExportStory other = failedAt(8).second().by(2);
    assertEquals(
        List.of("DEVMAP.success/given"),
        other.blamed(
            new Call.DevmapUmemSetup(
                2, at(8), P, 3, MapFlag.MAP_SHARED, 3, setup(1, 0, 1, 0), null, 0, 0),
            failed(Errno.EAGAIN, 0)));
    // What was mapped since was free.
    assertEquals(
        List.of("DEVMAP.success/given"), again(failedAt(8).exports(1, 8, 1, 1, 0).unmaps(8, 1), 8));
    assertEquals(List.of(nothing), again(failedAt(8).exports(1, 9, 1, 1, 0), 8));
    ExportStory elsewhere = failedAt(8).second().by(2).exports(1, 8, 1, 1, 0).by(1);
    assertEquals(List.of(nothing), again(elsewhere, 8));
  }

  private static ExportStory failedAt(long page) {
    return illumos()
        .allocs(1, 1)
        .does(mmapOf(page, 1, setup(0, 0, 1, 0), null), failed(Errno.ENXIO, -1));
  }

  private static List<String> again(ExportStory story, long page) {
    return story.blamed(mmapOf(page, 1, setup(1, 0, 1, 0), null), failed(Errno.EAGAIN, 0));
  }

  /** Page 0 shows cookie 1, and may be remapped; cookie 2 is as long. */
  private static ExportStory remappable() {
    return illumos().allocs(1, 2).allocs(2, 2).exports(1, 0, 2, setup(1, 0, 2, REMAP));
  }

  @Test
  void aRemapWithAnotherAnswer() {
    Outcome inval = new Outcome.Result(Errno.EINVAL);
    assertEquals(List.of("REMAP.switch/new-target"), remappable().blamed(remap(1, 2, 0, 2), inval));
    assertEquals(
        List.of("REMAP.length-fixed/whole"), remappable().blamed(remap(1, 2, 0, 1), inval));
    Call flags = new Call.DevmapUmemRemap(dhp(1), 2, 0, 2 * P, Prot.ALL, 4);
    assertEquals(List.of("REMAP.flags-zero/refused"), remappable().blamed(flags, inval));
  }

  @Test
  void whatDoesNotReturn() {
    assertEquals(List.of("REMAP.switch/new-target"), resting(remap(1, 2, 0, 2)));
    assertEquals(List.of(STICKY), resting(new Call.DevmapMprotect(1, at(0), P, Prot.READ)));
    assertEquals(List.of(Breach.UNDECLARED), resting(new Call.Fork(1)));
    assertEquals(List.of(Breach.UNDECLARED), resting(new Call.UserMatches(1, at(0), P, 0)));
    assertEquals(List.of("DEVMAP.success/given"), resting(mmapOf(8, 2, setup(1, 0, 2, 0), null)));
  }

  private static List<String> resting(Call call) {
    ExportStory story = remappable();
    story.calls(call);
    return story.resting();
  }

  @Test
  void theForksOfAnotherProcess() {
    ExportStory story = illumos().second().allocs(1, 1).by(2).exports(1, 0, 1, 1, 0);
    story.by(1).forks(3).by(2);
    assertEquals(
        List.of("DEVMAP.success/contents", "ALLOC.kernel-and-user-usable/both-views"),
        story.finds(0, 0, 0, 5));
  }

  @Test
  void aSecondFork() {
    ExportStory story = illumos().allocs(1, 1).exports(1, 0, 1, 1, 0).forks(2).forks(3);
    assertEquals(List.of("DEVMAP.fork-shares/child"), story.finds(0, 0, 0, 5));
  }
}
