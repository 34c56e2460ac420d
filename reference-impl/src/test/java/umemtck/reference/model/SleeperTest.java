package umemtck.reference.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_NOSLEEP;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_PAGEABLE;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_SLEEP;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Resource;
import umemtck.spec.subject.Declaration;

/** A sleeper takes what it needs by itself, beside another call (UmemAllocWakes). */
class SleeperTest {
  private static final Call TWO_PAGES = new Call.UmemAlloc(8192, DDI_UMEM_SLEEP);
  private static final Call LOOK = new Call.GetFree(Resource.PAGES);

  private final UmemModel model =
      new UmemModel(
          ModelConfig.of(
              Declaration.ofPageSize(4096).withCapacity(64).withOverhead(Resource.PAGES, 1),
              Profile.DOCUMENTED));
  private int last;

  private UmemState made(UmemState s, Call call) {
    return next(model.invoke(s, ++last, Context.USER, call));
  }

  private static UmemState next(Answer a) {
    return ((Answer.Next) a).state();
  }

  private UmemState set(UmemState s, Resource r, long amount) {
    UmemState out = made(s, new Call.SetFree(r, amount));
    return next(model.returned(out, last, Outcome.Done.INSTANCE));
  }

  @Test
  void takesOnceAndOnlyBesideAnotherCall() {
    UmemState asleep = made(set(UmemState.INIT, Resource.PAGES, 3), TWO_PAGES);
    assertEquals(List.of(), model.internal(asleep));
    UmemState beside = made(asleep, LOOK);
    UmemState took = model.internal(beside).get(0);
    assertEquals(0, took.budget(Resource.PAGES).certain());
    assertEquals(1, took.budget(Resource.PAGES).possible());
    assertEquals(List.of(), model.internal(took));
  }

  @Test
  void takesNothingThatIsNotThere() {
    UmemState beside = made(made(set(UmemState.INIT, Resource.PAGES, 1), TWO_PAGES), LOOK);
    assertEquals(List.of(), model.internal(beside));
  }

  @Test
  void whatWasTakenBeforeASettingComesBackAsTakenBefore() {
    UmemState s = made(set(UmemState.INIT, Resource.PAGES, 3), TWO_PAGES);
    int sleeper = last;
    s = made(s, new Call.SetFree(Resource.PAGES, 8));
    s = next(model.returned(model.internal(s).get(0), last, Outcome.Done.INSTANCE));
    s = next(model.returned(s, sleeper, new Outcome.Allocated(0x1000, 0x77)));
    assertEquals(8, s.budget(Resource.PAGES).certain(), "taken once");
    s = made(s, new Call.UmemFree(0x77));
    s = next(model.returned(s, last, Outcome.Done.INSTANCE));
    assertEquals(10, s.budget(Resource.PAGES).certain(), "its overhead is not known");
    assertEquals(11, s.budget(Resource.PAGES).possible());
  }

  @Test
  void whatWasTakenLiesInTheWay() {
    UmemState s =
        set(set(set(UmemState.INIT, Resource.PAGES, 64), Resource.COOKIES, 8), Resource.ADDRESS, 8);
    UmemState beside = made(made(s, TWO_PAGES), new Call.UmemAlloc(5 * 4096, DDI_UMEM_NOSLEEP));
    UmemState took = model.internal(beside).get(0);
    // 6 pages of addresses in two holes: 3 are certain, 5 are not.
    Answer refused = model.returned(took, last, Outcome.Allocated.REFUSED);
    assertEquals(Answer.Next.class, refused.getClass());
    assertEquals(
        Answer.Forbidden.class, model.returned(beside, last, Outcome.Allocated.REFUSED).getClass());
  }

  /** K-06: swap was short when it gave up, whatever was set before its return was seen. */
  @ParameterizedTest
  @EnumSource
  void inIllumosASleeperMayHaveGivenUpForWantOfSwap(Profile profile) {
    Explanations seen =
        new Explanations(
            new UmemModel(ModelConfig.of(Declaration.ofPageSize(4096).withCapacity(64), profile)));
    for (Resource r : Resource.values()) {
      seen.invoked(++last, Context.USER, new Call.SetFree(r, r == Resource.SWAP ? 0 : 8));
      seen.returned(last, Outcome.Done.INSTANCE);
    }
    int sleeper = ++last;
    seen.invoked(sleeper, Context.USER, new Call.UmemAlloc(1, DDI_UMEM_PAGEABLE));
    seen.invoked(++last, Context.USER, new Call.SetFree(Resource.SWAP, 8));
    seen.returned(last, Outcome.Done.INSTANCE);
    assertEquals(
        profile == Profile.ILLUMOS,
        seen.returned(sleeper, Outcome.Allocated.REFUSED) instanceof Answer.Next);
  }
}
