package umemtck.conformance.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import umemtck.conformance.Faulty;
import umemtck.conformance.KitThreads;
import umemtck.conformance.plan.Plan;
import umemtck.conformance.plan.Size;
import umemtck.conformance.plan.Step;
import umemtck.reference.kernel.Block;
import umemtck.reference.kernel.Kernel;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Resource;
import umemtck.spec.subject.CookieRef;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.UmemCallbackOps.Cleanup;
import umemtck.spec.subject.Waits;

/** How a session ends with a subject that does something wrong. */
final class BadSubjectsTest {
  private static final Step NOSLEEP = new Step.Alloc(1, Size.pages(1), 1, Context.USER);
  private static final Step SLEEP = new Step.Alloc(1, Size.pages(1), 0, Context.USER);

  @Test
  void a_nosleep_call_that_waits_breaks_the_contract() {
    Trial t =
        run(
            (o, w) ->
                new Kernel(o, w) {
                  @Override
                  protected long refuse(long pages, CookieKind kind, CookieRef cookiep) {
                    w.await(() -> false);
                    return 0;
                  }
                },
            NOSLEEP);
    assertEquals("ALLOC.nosleep-null/does-not-block", blamed(t));
  }

  @Test
  void a_wait_that_is_hidden_is_seen_all_the_same() {
    Trial t =
        run(
            (o, w) ->
                new Kernel(o, w) {
                  @Override
                  protected long refuse(long pages, CookieKind kind, CookieRef cookiep) {
                    return hidden(w);
                  }
                },
            NOSLEEP);
    assertEquals("ALLOC.nosleep-null/does-not-block", blamed(t));
  }

  @Test
  void what_is_thrown_is_a_fault_on_every_road() {
    assertEquals(
        "ddi_umem_alloc threw java.lang.StackOverflowError", fault(run(throwing(), SLEEP)));
    assertEquals(
        "ddi_umem_alloc threw java.lang.StackOverflowError", fault(run(throwing(), NOSLEEP)));
    assertEquals(
        "boot threw java.lang.OutOfMemoryError: boot",
        fault(
            run(
                (o, w) -> {
                  throw new OutOfMemoryError("boot");
                })));
    assertTrue(fault(run((o, w) -> null)).startsWith("boot threw java.lang.NullPointerException"));
  }

  @Test
  void a_difference_behind_the_end_is_a_fault() {
    Trial t =
        new Bench(Faulty.of("far", (o, w) -> new BadMemory(o, w)), Profile.DOCUMENTED)
            .run(new Plan(Map.of(), false, List.of(NOSLEEP)), 0);
    assertTrue(fault(t).contains("matches answered offset 1048576 of a range of 64 bytes"));
  }

  /** Who declares no capacity may give it, and the kit must not fall over its length. */
  @Test
  void an_allocation_of_half_of_all_addresses_is_a_fault() {
    Faulty vast =
        Faulty.of(
                "vast",
                (o, w) ->
                    new Kernel(o, w) {
                      @Override
                      public long ddi_umem_alloc(long size, int flag, CookieRef cookiep) {
                        cookiep.set(1);
                        return 64;
                      }
                    })
            .declaring(d -> Declaration.ofPageSize(64));
    Step all = new Step.Alloc(1, Size.bytes(Long.MIN_VALUE), 1, Context.USER);
    Trial t = new Bench(vast, Profile.DOCUMENTED).run(new Plan(Map.of(), false, List.of(all)), 0);
    assertEquals(
        "ddi_umem_alloc: it gave 9223372036854775808 bytes, and nobody can look at so many",
        fault(t));
  }

  @Test
  void the_closing_round_finds_what_leaked() {
    Trial t =
        run(
            (o, w) ->
                new Kernel(o, w) {
                  @Override
                  protected void release(Block b) {
                    super.release(b);
                    add(Resource.PAGES, -1);
                  }
                },
            new Step.SetFree(Resource.PAGES, 4),
            NOSLEEP);
    assertEquals("FREE.entire-buffer/whole", blamed(t));
  }

  @Test
  void misuse_that_is_not_diagnosed_breaks_what_checked_promises() {
    Faulty silent =
        Faulty.of(
            "silent",
            (o, w) ->
                new Kernel(o, w) {
                  @Override
                  protected void stranger(long cookie) {}
                });
    Plan plan = new Plan(Map.of(), true, List.of(NOSLEEP, free(), free()));
    Bench bench = new Bench(silent, Profile.DOCUMENTED);
    assertEquals("FREE.exactly-once/twice-diagnosed", blamed(bench.run(plan, 0)));
    Plan stranger = new Plan(Map.of(), true, List.of(new Step.FreeStranger()));
    assertEquals("FREE.exactly-once/stranger-diagnosed", blamed(bench.run(stranger, 0)));
    Plan polite = new Plan(Map.of(), false, plan.steps());
    assertEquals(new Trial.Sound(), bench.run(polite, 0).end(), "without misuse nothing is broken");
  }

  @Test
  void every_machine_is_closed_once_however_it_ended() {
    AtomicInteger closed = new AtomicInteger();
    Faulty.Boot dying =
        (o, w) ->
            new Kernel(o, w) {
              @Override
              protected void zero(Block b) {
                throw panic("bad trap");
              }

              @Override
              public void close() {
                closed.incrementAndGet();
                super.close();
              }
            };
    assertInstanceOf(
        Trial.Broken.class, run(dying, new Step.SetFree(Resource.PAGES, 4), NOSLEEP).end());
    assertEquals(1, closed.get());
    assertInstanceOf(Trial.Sound.class, run(dying).end());
    assertEquals(2, closed.get());
  }

  @Test
  void a_close_that_throws_is_a_fault() {
    Trial t =
        run(
            (o, w) ->
                new Kernel(o, w) {
                  @Override
                  public void close() {
                    throw new AssertionError("closed");
                  }
                });
    assertEquals("close threw java.lang.AssertionError: closed", fault(t));
  }

  @Test
  void a_machine_that_fails_while_calls_are_announced_is_a_fault() {
    Subject failing =
        new Wrapped() {
          @Override
          public Machine boot(long seed, Waits waits) {
            Machine machine = super.boot(seed, waits);
            return new Machine() {
              @Override
              public Outcome perform(Caller caller, Call call, Cleanup cleanup) {
                return machine.perform(caller, call, cleanup);
              }

              @Override
              public void expect(List<Call> next) {
                throw new MachineFault("gone");
              }

              @Override
              public void close() {
                machine.close();
              }
            };
          }
        };
    Plan plan = new Plan(Map.of(), false, List.of(NOSLEEP));
    assertEquals("get_free: gone", fault(new Bench(failing, Profile.DOCUMENTED).run(plan, 0)));
  }

  @Test
  void a_boot_that_begins_threads_and_fails_leaves_none() {
    Set<String> before = KitThreads.busy();
    Subject failing =
        new Wrapped() {
          @Override
          public Machine boot(long seed, Waits waits) {
            waits.thread(() -> {});
            throw new MachineFault("gone");
          }
        };
    Plan none = new Plan(Map.of(), false, List.of());
    assertEquals("boot: gone", fault(new Bench(failing, Profile.DOCUMENTED).run(none, 0)));
    assertEquals(Set.of(), KitThreads.more(before));
  }

  /** A sound subject, as the kit calls it. */
  private abstract static class Wrapped implements Subject {
    private final JavaSubject sound = new JavaSubject(Faulty.none());

    @Override
    public String name() {
      return sound.name();
    }

    @Override
    public String version() {
      return sound.version();
    }

    @Override
    public Declaration declaration() {
      return sound.declaration();
    }

    @Override
    public Machine boot(long seed, Waits waits) {
      return sound.boot(seed, waits);
    }
  }

  private static long hidden(Waits w) {
    try {
      w.await(() -> false);
    } catch (Throwable hidden) {
      return 0;
    }
    return 0;
  }

  private static Faulty.Boot throwing() {
    return (o, w) ->
        new Kernel(o, w) {
          @Override
          protected void sleep(long pages, CookieKind kind) {
            throw new StackOverflowError();
          }

          @Override
          protected long refuse(long pages, CookieKind kind, CookieRef cookiep) {
            throw new StackOverflowError();
          }
        };
  }

  private static Step free() {
    return new Step.Free(1, Context.USER);
  }

  /** Carried out where no page is free. */
  private static Trial run(Faulty.Boot boot, Step... steps) {
    Plan plan = new Plan(Map.of(Resource.PAGES, 0L), false, List.of(steps));
    return new Bench(Faulty.of("bad", boot), Profile.DOCUMENTED).run(plan, 0);
  }

  private static String blamed(Trial t) {
    return assertInstanceOf(Trial.Broken.class, t.end()).breaches().get(0).facet();
  }

  private static String fault(Trial t) {
    return assertInstanceOf(Trial.Fault.class, t.end()).text();
  }
}
