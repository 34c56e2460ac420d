package umemtck.reference.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static umemtck.reference.model.ExportStory.P;
import static umemtck.reference.model.ExportStory.documented;

import java.util.List;
import org.junit.jupiter.api.Test;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Resource;

/** Which facets the driver of Example 10-4 is held against, and its shared area. */
class SharedBlameTest {
  private static final String ZERO = "ALLOC.zero-filled/pageable";
  private static final String VISIBLE = "SHARED.visible/to-all";
  private static final String SAME = "SHARED.same-page/same";
  private static final String FIRST = "SHARED.lp64-first-page/first";
  private static final String SECOND = "SHARED.ilp32-second-page/second";
  private static final String APART = "SHARED.model-isolation/apart";
  private static final String AT_FIRST_MAP = "SHARED.first-map-allocates/at-first-map";
  private static final String EITHER_FIRST = "SHARED.size-covers-models/either-first";
  private static final String ONE_AREA = "SHARED.allocate-once/one-area";
  private static final String BOUNDS = "SHARED.bounds/refused";
  private static final String DETACH = "SHARED.free-last/detach";
  private static final Outcome PANIC = new Outcome.Panicked("bad trap");
  private static final Outcome DONE = new Outcome.Result(0);

  /** Both data models have mapped it. */
  private static ExportStory both() {
    return documented().second32().shares(0).by(2).shares(0).by(1);
  }

  @Test
  void whatNobodyStored() {
    assertEquals(List.of(ZERO), both().finds(0, 0, 0, 5));
    assertEquals(List.of(ZERO), both().by(2).finds(0, 0, 0, 5));
    assertEquals(List.of(ZERO), both().sharedFinds(0, 0, 0, 5));
    assertEquals(List.of(ZERO), both().sharedFinds(1, 0, 0, 5));
    // What somebody stored to the other page, and is not seen, is no reason.
    assertEquals(List.of(ZERO), both().sharedFill(P, P, 7).finds(0, 0, 0, 5));
    assertEquals(List.of(ZERO), both().stores(0, 1, 7).by(2).finds(0, 0, 0, 5));
    assertEquals(List.of(ZERO), both().sharedFill(0, P, 7).by(2).finds(0, 0, 0, 5));
    assertEquals(List.of(ZERO), both().sharedFill(P, P, 7).sharedFinds(0, 0, 0, 5));
    assertEquals(List.of(ZERO), both().stores(0, 1, 7).sharedFinds(1, 0, 0, 5));
  }

  @Test
  void anApplicationThatSeesThePageOfTheOtherModel() {
    assertEquals(List.of(FIRST), both().sharedFill(P, P, 7).finds(0, 0, 0, 7));
    assertEquals(List.of(SECOND), both().sharedFill(0, P, 7).by(2).finds(0, 0, 0, 7));
    assertEquals(List.of(APART), both().by(2).stores(0, 1, 7).by(1).finds(0, 0, 0, 7));
    assertEquals(List.of(APART), both().stores(0, 1, 7).by(2).finds(0, 0, 0, 7));
    assertEquals(List.of(FIRST), both().sharedFill(0, P, 6).sharedFill(P, P, 0).finds(0, 6, 0, 0));
  }

  @Test
  void anApplicationThatDoesNotSeeWhatIsThere() {
    assertEquals(List.of(VISIBLE, FIRST), both().sharedFill(0, P, 7).finds(0, 7, 0, 0));
    assertEquals(List.of(VISIBLE, SECOND), both().sharedFill(P, P, 7).by(2).finds(0, 7, 0, 0));
    assertEquals(List.of(SAME, VISIBLE), both().stores(0, 1, 7).finds(0, 7, 0, 0));
    assertEquals(List.of(SAME, VISIBLE), both().by(2).stores(0, 1, 7).finds(0, 7, 0, 0));
    assertEquals(List.of(VISIBLE, FIRST), both().sharedFill(0, P, 7).finds(0, 0, -1, 0));
  }

  /** A byte that is in the same page elsewhere is no byte of the other one. */
  @Test
  void whichBytesAreOfThePage() {
    int half = P / 2;
    assertEquals(
        List.of(VISIBLE, SECOND), both().sharedFill(P, half, 7).by(2).finds(0, 7, half, 7));
    assertEquals(List.of(VISIBLE, FIRST), both().sharedFill(half, half, 7).finds(0, 0, 0, 7));
    // The last byte of the first page, and the first one of the second.
    assertEquals(List.of(FIRST), both().sharedFill(P, 1, 7).finds(0, 0, 0, 7));
    assertEquals(List.of(SECOND), both().sharedFill(P - 1, 1, 7).by(2).finds(0, 0, 0, 7));
  }

  @Test
  void whatIsLostWhenAllHaveUnmapped() {
    String persists = "SHARED.persists/contents";
    ExportStory again = both().stores(0, 1, 7).unmaps(0, 1).by(2).unmaps(0, 1).by(1).shares(0);
    assertEquals(List.of(persists), again.finds(0, 7, 0, 0));
    again = documented().shares(0).unmaps(0, 1).shares(0);
    assertEquals(List.of(persists), again.finds(0, 0, 0, 5));
    ExportStory left = both().stores(0, 1, 7).by(2).unmaps(0, 1).by(1);
    assertEquals(List.of(SAME, VISIBLE), left.finds(0, 7, 0, 0));
  }

  @Test
  void whatTheDriverDoesNotSee() {
    assertEquals(List.of(VISIBLE), both().stores(0, 1, 7).sharedFinds(0, 7, 0, 0));
    assertEquals(List.of(VISIBLE), both().by(2).stores(0, 1, 7).sharedFinds(1, 7, 0, 0));
    assertEquals(List.of(VISIBLE), both().sharedFill(0, P, 7).sharedFinds(0, 7, 0, 0));
    assertEquals(List.of(VISIBLE), both().sharedFill(P, P, 7).sharedFinds(1, 7, 0, 0));
    assertEquals(List.of(VISIBLE), both().blamed(new Call.SharedMatches(0, P, 0), PANIC));
  }

  /** Who stored it had the page that the other data model should have. */
  @Test
  void whatTheDriverSeesInTheWrongPage() {
    assertEquals(List.of(FIRST), both().stores(0, 1, 7).sharedFinds(1, 0, 0, 7));
    assertEquals(List.of(SECOND), both().by(2).stores(0, 1, 7).sharedFinds(0, 0, 0, 7));
    assertEquals(
        List.of(FIRST), both().stores(0, 1, 7).sharedFill(P, P, 6).sharedFinds(1, 6, 0, 7));
    // Its own stores it makes without any mapping.
    assertEquals(
        List.of(VISIBLE), both().sharedFill(0, P, 7).sharedFill(P, P, 6).sharedFinds(1, 6, 0, 7));
  }

  /** What is found there is not of any application: the area is not there any more. */
  @Test
  void memoryThatWasTheAreasIsNotCleared() {
    ExportStory detached =
        documented()
            .shares(0)
            .stores(0, 1, 7)
            .unmaps(0, 1)
            .does(new Call.SharedDetach(), DONE)
            .allocs(1, 1);
    assertEquals(List.of("ALLOC.zero-filled/locked"), detached.driverFinds(1, 0, 0, 7));
  }

  @Test
  void aMappingThatIsRefused() {
    Outcome refused = new Outcome.Result(Errno.ENXIO);
    assertEquals(List.of(AT_FIRST_MAP), rich().refuses(refused));
    assertEquals(List.of(EITHER_FIRST), rich().second32().by(2).refuses(refused));
    assertEquals(List.of(SAME), rich().shares(0).second().by(2).refuses(refused));
    assertEquals(List.of(EITHER_FIRST), rich().shares(0).second32().by(2).refuses(refused));
    assertEquals(
        List.of("SHARED.alloc-failure/retries"),
        rich()
            .sets(Resource.PAGES, 0)
            .does(documented().share(0), refused)
            .sets(Resource.PAGES, 8)
            .refuses(refused));
    // What failed before the area was there tells nothing.
    assertEquals(
        List.of(SAME),
        rich()
            .sets(Resource.PAGES, 0)
            .does(documented().share(0), refused)
            .sets(Resource.PAGES, 8)
            .shares(0)
            .second()
            .by(2)
            .refuses(refused));
  }

  /** There is enough of everything. */
  private static ExportStory rich() {
    ExportStory story = documented();
    for (Resource r : Resource.values()) {
      story.sets(r, 8);
    }
    return story;
  }

  @Test
  void aMachineThatStops() {
    assertEquals(List.of(AT_FIRST_MAP), documented().blamed(documented().share(0), PANIC));
    assertEquals(
        List.of(BOUNDS),
        documented().blamed(new Call.SharedMmap(1, ExportStory.at(0), P, P, 3), PANIC));
    assertEquals(List.of(DETACH), documented().blamed(new Call.SharedDetach(), PANIC));
  }

  @Test
  void aMappingWithoutMemory() {
    assertEquals(List.of(AT_FIRST_MAP), rich().sets(Resource.PAGES, 0).refuses(DONE));
    assertEquals(List.of(EITHER_FIRST), rich().sets(Resource.PAGES, 1).refuses(DONE));
  }

  @Test
  void aMappingThatDoesNotReturn() {
    ExportStory first = rich();
    first.calls(first.share(0));
    assertEquals(List.of(AT_FIRST_MAP), first.resting());
    ExportStory tooLong = rich();
    tooLong.calls(new Call.SharedMmap(1, ExportStory.at(0), 2 * P, 0, 3));
    assertEquals(List.of(BOUNDS), tooLong.resting());
    ExportStory detaching = rich();
    detaching.calls(new Call.SharedDetach());
    assertEquals(List.of(DETACH), detaching.resting());
    ExportStory slept = rich().sets(Resource.PAGES, 0);
    slept.calls(slept.share(0));
    slept.rests().sets(Resource.PAGES, 8);
    assertEquals(List.of(ONE_AREA), slept.resting());
  }

  @Test
  void pagesThatAreTakenByOneMapping() {
    assertEquals(List.of(AT_FIRST_MAP), rich().shares(0).reading(Resource.PAGES, 5));
    assertEquals(
        List.of(ONE_AREA), rich().shares(0).second().by(2).shares(0).reading(Resource.PAGES, 4));
    ExportStory detached =
        rich().allocs(1, 1).shares(0).unmaps(0, 1).does(new Call.SharedDetach(), DONE);
    assertEquals(List.of(DETACH), detached.reading(Resource.PAGES, 5));
  }

  @Test
  void pagesThatAreTakenByTwoAtOnce() {
    ExportStory story = rich().second();
    int one = story.calls(story.share(0));
    int other = story.by(2).calls(story.share(0));
    story.ends(one, DONE);
    assertEquals(List.of(ONE_AREA), story.reading(Resource.PAGES, 4));
    story = rich().second().sets(Resource.PAGES, 0);
    one = story.calls(story.share(0));
    other = story.by(2).calls(story.share(0));
    story.rests().sets(Resource.PAGES, 8).ends(one, DONE).ends(other, DONE);
    assertEquals(List.of(ONE_AREA), story.reading(Resource.PAGES, 4));
  }

  /** Another call that is out is none that maps. */
  @Test
  void pagesThatAreTakenWhileAnotherSleeps() {
    ExportStory story = rich().sets(Resource.COOKIES, 0);
    story.calls(new Call.UmemAlloc(P, 0));
    story.sets(Resource.COOKIES, 2).shares(0);
    assertEquals(List.of(AT_FIRST_MAP), story.reading(Resource.PAGES, 1));
  }

  @Test
  void aDetachThatIsAnsweredWrongly() {
    Call detach = new Call.SharedDetach();
    assertEquals("-1: a mapping is left", documented().shares(0).expected(detach, DONE));
    assertEquals("0: no mapping is left", documented().expected(detach, new Outcome.Result(-1)));
    assertEquals(
        List.of(DETACH), documented().shares(0).blamed(detach, new Outcome.Result(Errno.ENXIO)));
  }
}
