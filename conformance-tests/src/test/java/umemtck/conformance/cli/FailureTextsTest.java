package umemtck.conformance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import umemtck.conformance.Faulty;
import umemtck.conformance.Golden;
import umemtck.conformance.catalogue.Catalogue;
import umemtck.conformance.plan.Plan;
import umemtck.conformance.plan.Size;
import umemtck.conformance.plan.Step;
import umemtck.conformance.report.Reports;
import umemtck.conformance.session.Bench;
import umemtck.conformance.suite.ClauseVerdict;
import umemtck.conformance.suite.Results;
import umemtck.conformance.suite.Suite;
import umemtck.conformance.suite.Verdict;
import umemtck.reference.kernel.Block;
import umemtck.reference.kernel.Kernel;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.ddi.Resource;
import umemtck.spec.subject.CookieRef;

/** What is printed of each kind of failure. */
final class FailureTextsTest {
  private static final Step NOSLEEP = alloc(1, 1, Context.USER);
  private static final Step FREE = new Step.Free(1, Context.USER);

  @Test
  void a_value_that_differs() {
    golden(
        "value-differs",
        "ALLOC.zero-filled/locked",
        (o, w) ->
            new Kernel(o, w) {
              @Override
              protected void zero(Block b) {}
            },
        NOSLEEP);
  }

  @Test
  void a_refusal_though_enough_is_free() {
    golden(
        "refused",
        "ALLOC.nosleep-null/only-when-short",
        (o, w) ->
            new Kernel(o, w) {
              @Override
              protected boolean isEnough(long pages, CookieKind kind) {
                return false;
              }
            },
        NOSLEEP);
  }

  @Test
  void a_panic_in_an_interrupt() {
    golden(
        "panicked",
        "ALLOC.context/nosleep-interrupt",
        (o, w) ->
            new Kernel(o, w) {
              @Override
              protected void zero(Block b) {
                throw panic("bad trap in bzero");
              }
            },
        alloc(1, 1, Context.INTERRUPT));
  }

  @Test
  void a_sleeper_that_still_waits() {
    golden(
        "still-waits",
        "ALLOC.sleep-succeeds/woken",
        (o, w) ->
            new Kernel(o, w) {
              @Override
              protected void wake() {}
            },
        new Step.SetFree(Resource.PAGES, 1),
        NOSLEEP,
        alloc(2, 0, Context.USER),
        new Step.Settle(),
        FREE,
        new Step.Settle());
  }

  @Test
  void a_caller_who_must_not_wait() {
    golden(
        "nosleep-waits",
        "ALLOC.nosleep-null/does-not-block",
        (o, w) ->
            new Kernel(o, w) {
              @Override
              protected long refuse(long pages, CookieKind kind, CookieRef cookiep) {
                w.await(() -> false);
                return 0;
              }
            },
        new Step.SetFree(Resource.PAGES, 0),
        NOSLEEP);
  }

  @Test
  void a_leak() {
    golden(
        "leak",
        "FREE.entire-buffer/whole",
        (o, w) ->
            new Kernel(o, w) {
              @Override
              protected void charge(Block b, int sign) {
                if (sign < 0) {
                  super.charge(b, sign);
                }
              }
            },
        NOSLEEP,
        FREE);
  }

  @Test
  void null_with_a_cookie() {
    golden("null-with-cookie", "ALLOC.cookie-out/failure", cookieOnRefusal(0x77), shortOfPages());
  }

  @Test
  void a_cookie_that_was_left_unset() {
    golden(
        "unset-cookie",
        "ALLOC.cookie-out/failure",
        cookieOnRefusal(CookieRef.POISON),
        shortOfPages());
  }

  @Test
  void misuse_that_is_not_diagnosed() {
    golden(
        "not-diagnosed",
        "FREE.exactly-once/twice-diagnosed",
        (o, w) ->
            new Kernel(o, w) {
              @Override
              protected void stranger(long cookie) {}
            },
        NOSLEEP,
        FREE,
        FREE);
  }

  @Test
  void a_known_issue_says_why_it_is_borne() {
    Results r =
        replayed("ALLOC.cookie-out/failure", cookieOnRefusal(0x77), List.of(shortOfPages()));
    ClauseVerdict v = failed(r);
    ClauseVerdict known =
        new ClauseVerdict(
            v.clause(),
            Verdict.KNOWN,
            "the port clears it late (https://bugs.example/7)",
            v.tried(),
            v.finding(),
            v.failures());
    Golden.holds("failure-known.txt", text(r, known));
  }

  private static Step[] shortOfPages() {
    return new Step[] {new Step.SetFree(Resource.PAGES, 0), NOSLEEP};
  }

  private static Faulty.Boot cookieOnRefusal(long cookie) {
    return (o, w) ->
        new Kernel(o, w) {
          @Override
          protected long refuse(long pages, CookieKind kind, CookieRef cookiep) {
            cookiep.set(cookie);
            return 0;
          }
        };
  }

  private static Step alloc(int name, int flag, Context context) {
    return new Step.Alloc(name, Size.pages(1), flag, context);
  }

  private static void golden(String file, String facet, Faulty.Boot boot, Step... steps) {
    Results r = replayed(facet, boot, List.of(steps));
    ClauseVerdict v = failed(r);
    assertEquals(facet, v.finding().orElseThrow().facet());
    Golden.holds("failure-" + file + ".txt", text(r, v));
  }

  private static Results replayed(String facet, Faulty.Boot boot, List<Step> steps) {
    Map<Resource, Long> free =
        Map.of(Resource.PAGES, 4L, Resource.COOKIES, 9L, Resource.ADDRESS, 9L);
    Plan plan = new Plan(free, facet.startsWith("FREE.exactly-once"), steps);
    Bench bench = new Bench(Faulty.of("my-port", boot), Profile.DOCUMENTED);
    return Suite.replay(bench, Catalogue.load(), facet, plan, 0);
  }

  private static ClauseVerdict failed(Results r) {
    return r.verdicts().stream().filter(c -> c.verdict() == Verdict.FAIL).findFirst().orElseThrow();
  }

  private static String text(Results r, ClauseVerdict v) {
    return Reports.of(Path.of("umem-tck-out"), r, Catalogue.load(), "java:my-port.jar").failure(v);
  }
}
