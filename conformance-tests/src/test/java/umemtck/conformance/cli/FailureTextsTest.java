package umemtck.conformance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import umemtck.conformance.Faulty;
import umemtck.conformance.Golden;
import umemtck.conformance.catalogue.Catalogue;
import umemtck.conformance.plan.ExportStep;
import umemtck.conformance.plan.Plan;
import umemtck.conformance.plan.Size;
import umemtck.conformance.plan.Step;
import umemtck.conformance.report.Reports;
import umemtck.conformance.session.Bench;
import umemtck.conformance.suite.ClauseVerdict;
import umemtck.conformance.suite.Results;
import umemtck.conformance.suite.Suite;
import umemtck.conformance.suite.Verdict;
import umemtck.reference.driver.ExampleDriver;
import umemtck.reference.kernel.Behind;
import umemtck.reference.kernel.Block;
import umemtck.reference.kernel.DevmapRequest;
import umemtck.reference.kernel.Exported;
import umemtck.reference.kernel.Kernel;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.ddi.Resource;
import umemtck.spec.subject.CookieRef;
import umemtck.spec.subject.SharedDriver;

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
  void a_mapping_that_shows_another_page() {
    golden(
        "mapping-shows-another-page",
        "DEVMAP.success/contents",
        (o, w) ->
            new Kernel(o, w) {
              @Override
              protected Behind kernelPage(Exported shown) {
                return super.kernelPage(new Exported(shown.block(), null, null, 0));
              }
            },
        alloc(2, Size.pages(2)),
        map(Size.pages(1), 1),
        new ExportStep.Touch(1));
  }

  @Test
  void a_setup_that_should_be_refused() {
    golden(
        "setup-not-refused",
        "DEVMAP.in-bounds/refused",
        (o, w) ->
            new Kernel(o, w) {
              @Override
              protected boolean isInBounds(DevmapRequest r) {
                return true;
              }
            },
        alloc(2, Size.bytes(65)),
        map(Size.pages(1), 2));
  }

  @Test
  void a_mapping_of_what_was_freed() {
    golden(
        "mapping-of-what-was-freed",
        "FREE.while-mapped/diagnosed",
        (o, w) ->
            new Kernel(o, w) {
              @Override
              protected void diagnoseMappings(Block b) {}
            },
        alloc(2, Size.pages(1)),
        map(Size.pages(0), 1),
        new Step.Free(2, Context.USER));
  }

  @Test
  void a_driver_that_detaches_too_early() {
    golden(
        "detaches-too-early",
        "SHARED.free-last/detach",
        (o, w) ->
            new Kernel(o, w) {
              private final SharedDriver driver =
                  new ExampleDriver(this, o.pageSize(), w) {
                    @Override
                    protected boolean isBusy() {
                      return false;
                    }
                  };

              @Override
              public Optional<SharedDriver> sharedDriver() {
                return Optional.of(driver);
              }
            },
        new ExportStep.SharedMap(0, 3, 1, 0),
        new ExportStep.SharedDetach());
  }

  @Test
  void a_known_issue_says_why_it_is_borne() {
    Results r =
        replayed("ALLOC.cookie-out/failure", cookieOnRefusal(0x77), List.of(shortOfPages()));
    ClauseVerdict v = failed(r, "ALLOC.cookie-out/failure");
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

  private static Step alloc(int name, Size size) {
    return new Step.Alloc(name, size, 1, Context.USER);
  }

  /** A device that shows pages of allocation 2, from an offset on. */
  private static Step map(Size off, int pages) {
    ExportStep.Of of = new ExportStep.Of(2, false, off, Size.pages(pages));
    return ExportStep.Map.plain(1, 0, 5, pages, ExportStep.Setup.plain(of));
  }

  private static void golden(String file, String facet, Faulty.Boot boot, Step... steps) {
    Results r = replayed(facet, boot, List.of(steps));
    ClauseVerdict v = failed(r, facet);
    assertEquals(facet, v.finding().orElseThrow().facet());
    Golden.holds("failure-" + file + ".txt", text(r, v));
  }

  private static Results replayed(String facet, Faulty.Boot boot, List<Step> steps) {
    Map<Resource, Long> free =
        Map.of(Resource.PAGES, 4L, Resource.COOKIES, 9L, Resource.ADDRESS, 9L);
    Plan plan = new Plan(free, facet.endsWith("diagnosed"), steps);
    Bench bench = new Bench(Faulty.of("my-port", boot), Profile.DOCUMENTED);
    return Suite.replay(bench, Catalogue.load(), facet, plan, 0);
  }

  /** Other clauses may have failed beside it. */
  private static ClauseVerdict failed(Results r, String facet) {
    return r.verdicts().stream()
        .filter(v -> v.verdict() == Verdict.FAIL && facet.startsWith(v.clause().id() + "/"))
        .findFirst()
        .orElseThrow();
  }

  private static String text(Results r, ClauseVerdict v) {
    return Reports.of(Path.of("umem-tck-out"), r, Catalogue.load(), "java:my-port.jar").failure(v);
  }
}
