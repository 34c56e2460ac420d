package umemtck.reference.model;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.List;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Event;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.Ids;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Resource;
import umemtck.spec.ddi.UmemFlag;

/** Calls one after the other, and then some that overlap, put to {@link Orders}. */
final class Overlap {
  final UmemModel model;
  private final Explanations before;
  private final List<Event> events = new ArrayList<>();
  private int last;
  private int first;

  private Overlap(ModelConfig config) {
    model = new UmemModel(config);
    before = new Explanations(model);
  }

  /** Of a machine that offers everything. */
  static Overlap of(Profile profile) {
    return new Overlap(LockStory.config(profile));
  }

  static Call alloc(long pages) {
    return new Call.UmemAlloc(pages * LockStory.P, UmemFlag.DDI_UMEM_NOSLEEP);
  }

  Overlap maps(int page, int pages) {
    return does(
        new Call.Mmap(
            Ids.PROCESS,
            at(page),
            (long) pages * LockStory.P,
            MappingKind.ANON_PRIVATE,
            LockStory.RW),
        Outcome.Done.INSTANCE);
  }

  static long at(int page) {
    return LockStory.W + (long) page * LockStory.P;
  }

  Overlap limits(int pages) {
    return does(
        new Call.SetLimit(Holder.PROJECT, Ids.PROJECT, (long) pages * LockStory.P),
        Outcome.Done.INSTANCE);
  }

  Overlap free(long pages) {
    does(new Call.SetFree(Resource.COOKIES, 64), Outcome.Done.INSTANCE);
    does(new Call.SetFree(Resource.ADDRESS, 64), Outcome.Done.INSTANCE);
    return does(new Call.SetFree(Resource.PAGES, pages), Outcome.Done.INSTANCE);
  }

  Overlap locks(int page, int pages, long cookie) {
    return does(LockStory.lock(page, pages), new Outcome.Locked(0, cookie));
  }

  Overlap does(Call call, Outcome outcome) {
    before.invoked(++last, Context.USER, call);
    if (!(before.returned(last, outcome) instanceof Answer.Next)) {
      throw new AssertionError(call + " does not end in " + outcome);
    }
    return this;
  }

  /** A call is made, and overlaps what follows until it ends; its number. */
  int calls(Call call) {
    return calls(Context.USER, Ids.PROCESS, call);
  }

  int calls(Context context, long proc, Call call) {
    events.add(new Event.Invoked(++last, proc, context, call));
    first = first == 0 ? last : first;
    return last;
  }

  /** The number of the first of the calls that overlap. */
  int first() {
    return first;
  }

  Overlap ends(int id, Outcome outcome) {
    events.add(new Event.Completed(id, outcome));
    return this;
  }

  /** The number of the latest call. */
  int last() {
    return last;
  }

  /** The cleanup function that call {@code of} gave is called in the thread of another call. */
  Overlap began(int inside, int of, long cookie) {
    events.add(new Event.CallbackBegan(inside, of, cookie));
    return this;
  }

  Overlap cameBack(int of) {
    events.add(new Event.CallbackEnded(of));
    return this;
  }

  List<Event> events() {
    return events;
  }

  UmemState from() {
    return before.any();
  }

  /** Those that overlap are judged; whoever is blamed, the most telling first. */
  List<String> blamed() {
    Orders.Found found = before.overlapped(events);
    return assertInstanceOf(Orders.Illegal.class, found, found::toString).breaches().stream()
        .map(Breach::facet)
        .toList();
  }

  /** They are legal, and are looked at from here on. */
  Explanations legal() {
    Orders.Found found = before.overlapped(events);
    assertInstanceOf(Orders.Legal.class, found, found::toString);
    return before;
  }

  /** Who is blamed if so many bytes are counted behind them. */
  List<String> counting(long bytes) {
    Explanations behind = legal();
    behind.countedOverlapped(events);
    behind.invoked(++last, Context.USER, new Call.GetLocked(Holder.PROJECT, Ids.PROJECT));
    return facets(behind.returned(last, new Outcome.Amount(bytes)));
  }

  /** Who is blamed if nothing can run behind them. */
  List<String> resting() {
    return facets(legal().rested());
  }

  private static List<String> facets(Answer answer) {
    return Story.facets(
        assertInstanceOf(Answer.Forbidden.class, answer, answer::toString).breaches());
  }

  Orders.Found found() {
    return new Orders(model, events).every(List.of(from()));
  }

  Orders.Found found(int most) {
    return new Orders(model, events).search(List.of(from()), true, most);
  }
}
