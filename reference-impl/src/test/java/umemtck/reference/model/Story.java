package umemtck.reference.model;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Ids;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Resource;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.Feature;

/**
 * What was seen of one machine. All of it must be right, but for the last thing, if that is asked.
 */
final class Story {
  /** Bytes in a page. */
  static final int P = 16;

  private final Explanations seen;
  private int calls;

  Story(ModelConfig config) {
    seen = new Explanations(new UmemModel(config));
  }

  /** A machine of at most 64 pages, of which 8 are free, and as much of all else. */
  static Story of(Profile profile) {
    Declaration declared = Declaration.ofPageSize(P).withCapacity(64).offering(Feature.TRASH);
    Story story = new Story(ModelConfig.of(declared, profile));
    for (Resource r : Resource.values()) {
      story.set(r, 8);
    }
    return story;
  }

  static Story documented() {
    return of(Profile.DOCUMENTED);
  }

  Story set(Resource resource, long amount) {
    return does(new Call.SetFree(resource, amount), Outcome.Done.INSTANCE);
  }

  Story gets(int flag, long size, long address, long cookie) {
    return does(new Call.UmemAlloc(size, flag), new Outcome.Allocated(address, cookie));
  }

  Story frees(long cookie) {
    return does(new Call.UmemFree(cookie), Outcome.Done.INSTANCE);
  }

  Story fills(long address, long length, int value) {
    return does(new Call.MemoryFill(address, length, value), Outcome.Done.INSTANCE);
  }

  Story pagesOut() {
    return does(new Call.PageOut(), new Outcome.Amount(0));
  }

  Story does(Call call, Outcome outcome) {
    return ends(calls(call), outcome);
  }

  /** A call is made, and does not end yet; its number. */
  int calls(Call call) {
    return calls(Context.USER, call);
  }

  private int calls(Context context, Call call) {
    return calls(Ids.PROCESS, context, call);
  }

  /** The same by a thread of a process. */
  int calls(long proc, Context context, Call call) {
    Answer a = seen.invoked(++calls, proc, context, call);
    assertInstanceOf(Answer.Next.class, a, a::toString);
    return calls;
  }

  Story ends(int id, Outcome outcome) {
    Answer a = seen.returned(id, outcome);
    assertInstanceOf(Answer.Next.class, a, a::toString);
    return this;
  }

  Story rests() {
    assertInstanceOf(Answer.Next.class, seen.rested());
    return this;
  }

  /** Of a comparison that finds a byte it should not find. */
  List<Breach> finds(long address, long length, int value, long difference, int found) {
    return breaches(
        new Call.MemoryMatches(address, length, value), new Outcome.Matched(difference, found));
  }

  List<Breach> reads(Resource resource, long amount) {
    return breaches(new Call.GetFree(resource), new Outcome.Amount(amount));
  }

  List<Breach> breaches(Call call, Outcome outcome) {
    return breaches(Context.USER, call, outcome);
  }

  List<Breach> breaches(Context context, Call call, Outcome outcome) {
    return ending(calls(context, call), outcome);
  }

  List<Breach> ending(int id, Outcome outcome) {
    return of(seen.returned(id, outcome));
  }

  List<Breach> resting() {
    return of(seen.rested());
  }

  /** The cleanup function that call {@code of} gave is called inside another call. */
  Answer callbackBegan(int inside, int of, long cookie) {
    return seen.callbackBegan(inside, of, cookie);
  }

  /** That function comes back. */
  Answer callbackEnded(int of) {
    return seen.callbackEnded(of);
  }

  List<Breach> lost() {
    return List.copyOf(seen.lost());
  }

  UmemState state() {
    return seen.any();
  }

  private static List<Breach> of(Answer answer) {
    return assertInstanceOf(Answer.Forbidden.class, answer, answer::toString).breaches();
  }

  /** The facets alone. */
  static List<String> facets(List<Breach> breaches) {
    return breaches.stream().map(Breach::facet).toList();
  }
}
