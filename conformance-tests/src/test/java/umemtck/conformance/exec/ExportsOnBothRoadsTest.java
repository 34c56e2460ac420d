package umemtck.conformance.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import umemtck.conformance.ToyExports;
import umemtck.conformance.session.Caller;
import umemtck.conformance.session.JavaSubject;
import umemtck.conformance.session.Machine;
import umemtck.conformance.session.Subject;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.DataModel;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.UmemSetup;
import umemtck.spec.subject.Waits;

/** What calls about exports come to, in this process and over the protocol. */
final class ExportsOnBothRoadsTest {
  private static final int NOT = Outcome.Mapped.NOT_MADE;
  private static final int ILP32 = DataModel.DDI_MODEL_ILP32;

  /** How a subject is reached. */
  enum Road {
    IN_PROCESS,
    SERVED;

    Machine boot(ToyExports toy, Waits waits) {
      Subject subject =
          this == IN_PROCESS
              ? new JavaSubject(toy)
              : new ExecSubject(() -> new ServedWire(toy), "0.1.0", 1, null);
      return subject.boot(0, waits);
    }
  }

  /** Nothing waits here but what is let go on at once. */
  private static final class Patient implements Waits {
    private Runnable meanwhile = () -> {};

    @Override
    public void await(java.util.function.BooleanSupplier until) {
      meanwhile.run();
      if (!until.getAsBoolean()) {
        throw new IllegalStateException("it waits for ever");
      }
    }

    @Override
    public void changed() {}

    @Override
    public void thread(Runnable body) {}
  }

  private final Patient waits = new Patient();
  private ToyExports toy = new ToyExports(false);
  private Machine machine;

  private void on(Road road, boolean keeps) {
    toy = new ToyExports(keeps);
    machine = road.boot(toy, waits);
  }

  private Outcome mmap(int opened, UmemSetup setup, UmemSetup again, int entry, int map) {
    return perform(
        new Call.DevmapUmemSetup(1, 0x1000, 128, 3, 1, opened, setup, again, entry, map));
  }

  private Outcome perform(Call call) {
    return machine.perform(Caller.SESSION, call, null);
  }

  private static UmemSetup setup(long cookie, int callbacks) {
    return new UmemSetup(cookie, -64, 128, 15, 2, callbacks);
  }

  @ParameterizedTest
  @EnumSource
  void a_mapping(Road road) {
    on(road, false);
    assertEquals(
        new Outcome.Mapped(0, 0, NOT, ToyExports.DHP, ILP32, 0, 0),
        mmap(3, setup(7, 0), null, 0, 0));
    assertEquals(List.of("mmap 1 4096 128 0 313", "model", "setup 13 7 -64 128 152"), toy.asked);
  }

  @ParameterizedTest
  @EnumSource
  void a_mapping_that_is_refused_before_the_entry(Road road) {
    on(road, false);
    assertEquals(
        new Outcome.Mapped(Errno.EACCES, NOT, NOT, 0, 0, 0, 0), mmap(0, setup(7, 0), null, 0, 0));
  }

  @ParameterizedTest
  @EnumSource
  void what_the_entry_returns(Road road) {
    on(road, false);
    assertEquals(
        new Outcome.Mapped(Errno.ENXIO, -1, NOT, 0, ILP32, 0, 0), mmap(3, setup(0, 3), null, 0, 0));
    assertEquals(
        new Outcome.Mapped(0, -1, 0, ToyExports.DHP, ILP32, 0, 0),
        mmap(3, setup(0, 0), setup(7, 0), 0, 0));
    assertEquals(
        new Outcome.Mapped(Errno.ENXIO, 0, NOT, 0, ILP32, 0, 0), mmap(3, setup(7, 3), null, 5, 0));
  }

  @ParameterizedTest
  @EnumSource
  void functions_that_are_called(Road road) {
    on(road, false);
    assertEquals(
        new Outcome.Mapped(0, 0, NOT, ToyExports.DHP, ILP32, 1, 0),
        mmap(3, setup(7, 3), null, 0, 0));
    assertEquals(new Outcome.Mapped(5, 0, NOT, 0, ILP32, 1, 0), mmap(3, setup(7, 1), null, 0, 5));
  }

  /** One that is called when a page is touched is told of by the next mapping. */
  @ParameterizedTest
  @EnumSource
  void functions_that_should_not_be_called(Road road) {
    on(road, true);
    assertEquals(
        new Outcome.Mapped(0, 0, NOT, ToyExports.DHP, ILP32, 0, 1),
        mmap(3, setup(7, 2), null, 0, 0));
    assertEquals(Outcome.Done.INSTANCE, perform(new Call.UserFill(1, 0x1000, 8, 3)));
    assertEquals(
        new Outcome.Mapped(0, 0, NOT, ToyExports.DHP, ILP32, 0, 2),
        mmap(3, setup(7, 0), null, 0, 0));
  }

  @ParameterizedTest
  @EnumSource
  void a_signal(Road road) {
    on(road, false);
    assertEquals(new Outcome.Signalled(11), perform(new Call.UserFill(1, ToyExports.BAD, 8, 3)));
    assertEquals(new Outcome.Signalled(11), perform(new Call.UserMatches(1, ToyExports.BAD, 8, 3)));
    assertEquals(Outcome.Matched.ALL, perform(new Call.UserMatches(1, 0x1000, 8, 0)));
  }

  @ParameterizedTest
  @EnumSource
  void the_other_calls(Road road) {
    on(road, false);
    long dhp = ToyExports.DHP;
    assertEquals(new Outcome.Result(-1), perform(new Call.DevmapUmemRemap(dhp, 0, -1, 64, 15, 0)));
    assertEquals(new Outcome.Result(0), perform(new Call.DevmapUmemRemap(dhp, 7, 0, -1, 3, 1)));
    assertEquals(
        new Outcome.Result(Errno.EACCES), perform(new Call.DevmapMprotect(2, 0x1000, 64, 1)));
    assertEquals(new Outcome.Created(3), perform(new Call.Fork(2)));
    assertEquals(Outcome.Done.INSTANCE, perform(new Call.SetDataModel(2, ILP32)));
    assertEquals(Outcome.Done.INSTANCE, perform(new Call.SharedFill(64, 8, 200)));
    assertEquals(new Outcome.Matched(0, 0), perform(new Call.SharedMatches(64, 8, 200)));
    assertEquals(new Outcome.Result(-1), perform(new Call.SharedDetach()));
    assertEquals(
        List.of(
            "remap 13 0 -1 64 150",
            "remap 13 7 0 -1 31",
            "mprotect 2 4096 64 1",
            "fork 2",
            "data model 2 " + ILP32,
            "store 64 8 -56",
            "load 64 8",
            "detach"),
        toy.asked);
  }

  @Test
  void a_shared_mapping_that_waits_over_the_protocol() {
    on(Road.SERVED, false);
    waits.meanwhile = () -> perform(new Call.SharedDetach());
    Caller starts = new Caller(1, true, 1, 1, Context.USER);
    assertEquals(
        new Outcome.Result(0),
        machine.perform(starts, new Call.SharedMmap(1, 0x1000, 64, 128, 3), null));
    assertEquals(List.of("shared mmap 1 4096 64 128 3", "detach"), toy.asked);
  }
}
