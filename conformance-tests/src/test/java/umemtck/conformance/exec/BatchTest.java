package umemtck.conformance.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import umemtck.conformance.Faulty;
import umemtck.conformance.plan.Plan;
import umemtck.conformance.plan.Size;
import umemtck.conformance.plan.Step;
import umemtck.conformance.session.Bench;
import umemtck.conformance.session.Trial;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Resource;
import umemtck.spec.ddi.UmemFlag;

/** Which calls are sent together: each journey to a child and back costs more than the calls. */
final class BatchTest {
  private static final String LOOKS_FREE_AND_READ_OUTS =
      "memory_matches memory_fill ddi_umem_free get_free get_free get_free";

  /** The calls of each journey, by their names. */
  private static final class Journeys implements Wire {
    private final Wire served = new ServedWire(Faulty.none());
    private final List<String> all = new ArrayList<>();
    private boolean under;

    @Override
    public void send(byte[] line) {
      String op = Recorded.op(line);
      all.add(under ? all.remove(all.size() - 1) + " " + op : op);
      under = true;
      served.send(line);
    }

    @Override
    public byte[] receive() {
      under = false;
      return served.receive();
    }

    @Override
    public boolean hasMore() {
      return served.hasMore();
    }

    @Override
    public boolean kill(String why) {
      return served.kill(why);
    }

    @Override
    public void close() {
      served.close();
    }
  }

  private static List<String> journeys(Context context) {
    Journeys journeys = new Journeys();
    Bench bench = new Bench(new ExecSubject(() -> journeys, "0.1.0", 0, null), Profile.DOCUMENTED);
    Plan plan =
        new Plan(
            Map.of(Resource.PAGES, 2L, Resource.COOKIES, 2L),
            false,
            List.of(
                new Step.Alloc(1, Size.pages(1), UmemFlag.DDI_UMEM_NOSLEEP, Context.USER),
                new Step.Free(1, context)));
    assertInstanceOf(Trial.Sound.class, bench.run(plan, 1).end());
    bench.subject().close();
    return journeys.all;
  }

  @Test
  void a_free_goes_with_the_looks_before_and_behind_it() {
    List<String> all = journeys(Context.USER);
    assertEquals(
        List.of(
            "set_free set_free get_free get_free get_free",
            "ddi_umem_alloc",
            "memory_matches memory_fill get_free get_free get_free",
            LOOKS_FREE_AND_READ_OUTS,
            "get_free get_free get_free"),
        all.stream().filter(j -> j.contains("_")).toList());
  }

  /** What is done in a context of its own is not the session's thread's. */
  @Test
  void a_free_in_an_interrupt_goes_alone() {
    List<String> all = journeys(Context.INTERRUPT);
    assertEquals(
        List.of("memory_matches memory_fill", "ddi_umem_free", "get_free get_free get_free"),
        all.subList(all.indexOf("ddi_umem_free") - 1, all.indexOf("ddi_umem_free") + 2));
  }
}
