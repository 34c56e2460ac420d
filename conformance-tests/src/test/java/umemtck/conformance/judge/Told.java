package umemtck.conformance.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.function.UnaryOperator;
import umemtck.reference.model.Breach;
import umemtck.reference.model.ModelConfig;
import umemtck.reference.model.UmemModel;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Event;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Resource;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.Feature;

/** A history told by hand to a judge: pages of 16 bytes, a machine of 8 pages. */
final class Told {
  static final int P = 16;
  private final Judge judge;
  private int lastId;

  private Told(Profile profile, UnaryOperator<Declaration> change) {
    Declaration d = Declaration.ofPageSize(P).withCapacity(8).offering(Feature.values());
    judge = new Judge(new UmemModel(ModelConfig.of(change.apply(d), profile)), b -> true);
  }

  static Told documented() {
    return new Told(Profile.DOCUMENTED, d -> d);
  }

  static Told illumos() {
    return new Told(Profile.ILLUMOS, d -> d);
  }

  static Told declaring(UnaryOperator<Declaration> change) {
    return new Told(Profile.DOCUMENTED, change);
  }

  Judge judge() {
    return judge;
  }

  /** A call is made, and is out. */
  int out(Context context, Call call) {
    judge.see(new Event.Invoked(++lastId, context, call));
    return lastId;
  }

  int out(Call call) {
    return out(Context.USER, call);
  }

  Told ends(int id, Outcome outcome) {
    judge.see(new Event.Completed(id, outcome));
    return this;
  }

  Told does(Context context, Call call, Outcome outcome) {
    return ends(out(context, call), outcome);
  }

  Told does(Call call, Outcome outcome) {
    return does(Context.USER, call, outcome);
  }

  Told rests(Integer... blocked) {
    judge.see(new Event.Settled(List.of(blocked)));
    return this;
  }

  /** All four resources set, with nothing allocated. */
  Told free(long pages, long swap, long address, long cookies) {
    does(new Call.SetFree(Resource.PAGES, pages), Outcome.Done.INSTANCE);
    does(new Call.SetFree(Resource.SWAP, swap), Outcome.Done.INSTANCE);
    does(new Call.SetFree(Resource.ADDRESS, address), Outcome.Done.INSTANCE);
    return does(new Call.SetFree(Resource.COOKIES, cookies), Outcome.Done.INSTANCE);
  }

  /** An allocation that succeeds. */
  Told gets(int flag, long size, long address, long cookie) {
    return does(new Call.UmemAlloc(size, flag), new Outcome.Allocated(address, cookie));
  }

  Told refuses(int flag, long size) {
    return gets(flag, size, 0, 0);
  }

  Told frees(long cookie) {
    return does(new Call.UmemFree(cookie), Outcome.Done.INSTANCE);
  }

  Told fills(long address, long length, int value) {
    return does(new Call.MemoryFill(address, length, value), Outcome.Done.INSTANCE);
  }

  /** A comparison that finds a byte at an offset; -1 for none. */
  Told sees(long address, long length, int value, long at, int found) {
    return does(new Call.MemoryMatches(address, length, value), new Outcome.Matched(at, found));
  }

  Told reads(Resource resource, long amount) {
    return does(new Call.GetFree(resource), new Outcome.Amount(amount));
  }

  void isLegal() {
    assertEquals(Ruling.LEGAL, judge.ruling());
  }

  /** The facets that the judge names, all and in this order. */
  void breaks(String... facets) {
    Ruling.Broken broken = assertInstanceOf(Ruling.Broken.class, judge.ruling());
    assertEquals(List.of(facets), broken.breaches().stream().map(Breach::facet).toList());
  }
}
