package umemtck.reference.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static umemtck.reference.model.Story.P;
import static umemtck.reference.model.Story.facets;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_NOSLEEP;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_SLEEP;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_TRASH;

import java.util.List;
import org.junit.jupiter.api.Test;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Outcome.Allocated;
import umemtck.spec.ddi.Resource;
import umemtck.spec.subject.CookieRef;

/**
 * Which facets an answer, or a read-out, is held against, and what is said to have been expected.
 */
class CallBlameTest {
  private static final Call NOSLEEP = new Call.UmemAlloc(P, DDI_UMEM_NOSLEEP);
  private static final Call SLEEP = new Call.UmemAlloc(P, DDI_UMEM_SLEEP);
  private static final Allocated SOME = new Allocated(0x100, 1);

  @Test
  void aBufferForASizeThatWraps() {
    assertEquals(
        List.of(
            new Breach(
                "ALLOC.near-max-wrap/nosleep",
                "NULL and a NULL cookie: the size rounds up past SIZE_MAX")),
        Story.documented().breaches(new Call.UmemAlloc(-1, DDI_UMEM_NOSLEEP), SOME));
    assertEquals(
        List.of(
            new Breach(
                "ALLOC.near-max-wrap/sleep",
                "NULL and a NULL cookie, or no return: the size rounds up past SIZE_MAX")),
        Story.documented().breaches(new Call.UmemAlloc(-1, DDI_UMEM_SLEEP), SOME));
  }

  @Test
  void aCookieThatWasLeftUnsetIsToldFromOneThatWasSet() {
    Call tooMuch = new Call.UmemAlloc(9 * P, DDI_UMEM_NOSLEEP);
    assertEquals(
        "a NULL cookie with NULL; *cookiep was left as it was before the call",
        Story.documented().breaches(tooMuch, new Allocated(0, CookieRef.POISON)).get(0).expected());
    assertEquals(
        "a NULL cookie with NULL",
        Story.documented().breaches(tooMuch, new Allocated(0, 5)).get(0).expected());
  }

  @Test
  void whatIsAnsweredWronglyInAnotherContext() {
    assertEquals(
        List.of("ALLOC.context/sleep-kernel", "ALLOC.sleep-succeeds/enough-at-once"),
        facets(Story.documented().breaches(Context.KERNEL, SLEEP, Allocated.REFUSED)));
    assertEquals(
        List.of("ALLOC.nosleep-null/only-when-short"),
        facets(Story.documented().breaches(Context.KERNEL, NOSLEEP, Allocated.REFUSED)));
    assertEquals(
        List.of("ALLOC.context/nosleep-interrupt"),
        facets(Story.documented().breaches(Context.INTERRUPT, NOSLEEP, Allocated.REFUSED)));
  }

  @Test
  void whoeverRestsThoughThereIsEnoughHadItAtOnceOrWasNotWoken() {
    Story story = Story.documented();
    story.calls(SLEEP);
    assertEquals(List.of("ALLOC.sleep-succeeds/enough-at-once"), facets(story.resting()));
    story = Story.documented().set(Resource.PAGES, 0);
    story.calls(SLEEP);
    story.rests().set(Resource.PAGES, 8);
    assertEquals(List.of("ALLOC.sleep-succeeds/woken"), facets(story.resting()));
  }

  @Test
  void whatALockedAllocationDoesNotUseIsUndeclared() {
    Story story = Story.documented().gets(DDI_UMEM_NOSLEEP, P, 0x100, 1);
    assertEquals(List.of(Breach.UNDECLARED), facets(story.reads(Resource.SWAP, 7)));
    story = Story.documented().gets(DDI_UMEM_NOSLEEP, P, 0x100, 1);
    assertEquals(
        List.of(new Breach(Breach.UNDECLARED, "at most 7 free PAGES; found 8")),
        story.reads(Resource.PAGES, 8));
    story = Story.documented().gets(DDI_UMEM_NOSLEEP, P, 0x100, 1);
    assertEquals(
        List.of(new Breach(Breach.UNDECLARED, "at least 7 free PAGES; found 6")),
        story.reads(Resource.PAGES, 6));
  }

  @Test
  void whatTrashUsesIsTheFaultOfTrash() {
    Story story = Story.of(Profile.ILLUMOS).gets(DDI_UMEM_NOSLEEP | DDI_UMEM_TRASH, P, 0, 1);
    assertEquals(List.of("ALLOC.trash/no-backing"), facets(story.reads(Resource.PAGES, 7)));
    story = Story.of(Profile.ILLUMOS).gets(DDI_UMEM_NOSLEEP | DDI_UMEM_TRASH, P, 0, 1).frees(1);
    assertEquals(List.of("ALLOC.trash/no-backing"), facets(story.reads(Resource.PAGES, 7)));
  }

  @Test
  void whatAFreeGivesBackWrongly() {
    Story story = Story.documented().gets(DDI_UMEM_NOSLEEP, P, 0x100, 1).frees(1);
    assertEquals(List.of("FREE.entire-buffer/whole"), facets(story.reads(Resource.SWAP, 9)));
    story = Story.documented().gets(DDI_UMEM_NOSLEEP, P, 0x100, 1).frees(1);
    assertEquals(
        List.of(
            new Breach(
                "FREE.entire-buffer/whole", "all 8 free PAGES back, nothing is live; found 7")),
        story.reads(Resource.PAGES, 7));
  }

  @Test
  void aSleeperThatTookBeforeASettingAndCountsAfterIt() {
    Story story = Story.documented();
    int sleeper = story.calls(SLEEP);
    story.set(Resource.PAGES, 0).ends(sleeper, SOME);
    assertEquals(
        List.of("ALLOC.sleep-succeeds/waits-while-short"), facets(story.reads(Resource.PAGES, -1)));
  }

  @Test
  void whatIsLiveWhenBudgetsWereSetIsNotMissed() {
    Story story = Story.documented().gets(DDI_UMEM_NOSLEEP, P, 0x100, 1).set(Resource.PAGES, 8);
    story.frees(1);
    assertEquals(
        List.of(new Breach("FREE.entire-buffer/whole", "at least 9 free PAGES; found 8")),
        story.reads(Resource.PAGES, 8));
  }

  @Test
  void whatTheWorldDoesNotArrangeIsUndeclared() {
    Outcome panic = new Outcome.Panicked("no such page");
    assertEquals(
        List.of(Breach.UNDECLARED), facets(Story.documented().breaches(new Call.PageOut(), panic)));
  }
}
