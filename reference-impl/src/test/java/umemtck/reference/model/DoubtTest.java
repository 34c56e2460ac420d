package umemtck.reference.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static umemtck.reference.model.Story.P;
import static umemtck.reference.model.Story.facets;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_NOSLEEP;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_SLEEP;

import java.util.List;
import org.junit.jupiter.api.Test;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Outcome.Allocated;
import umemtck.spec.ddi.Resource;

/**
 * What only a sleeper's secret move explains is remembered, and is what is blamed first if that
 * move turns out impossible.
 */
class DoubtTest {
  private static final String ONLY_WHEN_SHORT = "ALLOC.nosleep-null/only-when-short";

  private final Story story = Story.documented().set(Resource.PAGES, 1);
  private final int sleeper = story.calls(new Call.UmemAlloc(P, DDI_UMEM_SLEEP));

  private Story refuses() {
    return story.does(new Call.UmemAlloc(P, DDI_UMEM_NOSLEEP), Allocated.REFUSED);
  }

  @Test
  void theRefusalIsBlamedIfTheSleeperNeverTook() {
    refuses();
    assertEquals(ONLY_WHEN_SHORT, facets(story.ending(sleeper, Allocated.REFUSED)).get(0));
  }

  @Test
  void theRefusalIsBlamedIfTheSleeperStays() {
    refuses();
    assertEquals(ONLY_WHEN_SHORT, facets(story.resting()).get(0));
  }

  @Test
  void theRefusalIsBlamedStillAfterTheNextCall() {
    refuses().frees(0);
    assertEquals(ONLY_WHEN_SHORT, facets(story.ending(sleeper, Allocated.REFUSED)).get(0));
  }

  @Test
  void theRefusalWasRightIfTheSleeperReturnsWithMemory() {
    refuses().ends(sleeper, new Allocated(0x100, 1)).frees(0);
    assertEquals(List.of(Breach.UNDECLARED), facets(story.reads(Resource.PAGES, 7)));
  }

  @Test
  void whatIsReadAfterTheSleepersReturnStillTells() {
    refuses().ends(sleeper, new Allocated(0x100, 1));
    assertEquals(ONLY_WHEN_SHORT, facets(story.reads(Resource.PAGES, 7)).get(0));
  }

  @Test
  void theNextFreeIsBlamedForItself() {
    refuses().ends(sleeper, new Allocated(0x100, 1));
    assertEquals(
        List.of("FREE.null-noop/no-effect"),
        facets(story.breaches(new Call.UmemFree(0), new Outcome.Panicked("NULL"))));
  }

  @Test
  void theNextAllocationIsBlamedForItself() {
    refuses().ends(sleeper, new Allocated(0x100, 1));
    Call call = new Call.UmemAlloc(P, DDI_UMEM_NOSLEEP);
    assertEquals(
        List.of("ALLOC.nosleep-null/null-when-short"),
        facets(story.breaches(call, new Allocated(0x200, 2))));
  }

  @Test
  void theRefusalWasRightIfItRestsAfterwards() {
    refuses().ends(sleeper, new Allocated(0x100, 1)).rests();
    assertEquals(List.of(Breach.UNDECLARED), facets(story.reads(Resource.PAGES, 7)));
  }

  @Test
  void aReadOutInDoubtIsBlamedToo() {
    story.does(new Call.GetFree(Resource.PAGES), new Outcome.Amount(0));
    assertEquals(Breach.UNDECLARED, facets(story.ending(sleeper, Allocated.REFUSED)).get(0));
  }
}
