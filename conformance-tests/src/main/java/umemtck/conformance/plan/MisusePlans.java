package umemtck.conformance.plan;

import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_NOSLEEP;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_PAGEABLE;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_TRASH;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import umemtck.spec.ddi.Context;
import umemtck.spec.subject.Declaration;

/** Plans that end by breaking a duty of the caller, for subjects that declare CHECKED. */
public final class MisusePlans {
  /** A duty of the caller that can be broken from outside. */
  public enum Duty {
    /** ALLOC.flag-conflict. */
    FLAG_CONFLICT,
    /** ALLOC.flag-unknown. */
    FLAG_UNKNOWN,
    /** ALLOC.context: SLEEP from an interrupt. */
    SLEEP_IN_INTERRUPT,
    /** FREE.exactly-once: a cookie that was freed. */
    FREE_TWICE,
    /** FREE.exactly-once: something that never was a cookie. */
    FREE_STRANGER
  }

  private MisusePlans() {}

  /** A short plan of right calls, then one that breaks the duty. */
  public static Plan plan(Duty duty, Random random, Declaration declared) {
    Plan base = Recipe.GENERAL.plan(random, declared);
    List<Step> steps = new ArrayList<>(base.steps().subList(0, random.nextInt(6)));
    int name = 1000;
    Size one = Size.pages(1 + random.nextInt(2));
    switch (duty) {
      case FLAG_CONFLICT ->
          steps.add(
              new Step.Alloc(
                  name, one, DDI_UMEM_NOSLEEP | DDI_UMEM_PAGEABLE | DDI_UMEM_TRASH, Context.USER));
      case FLAG_UNKNOWN ->
          steps.add(
              new Step.Alloc(
                  name, one, DDI_UMEM_NOSLEEP | (0x8 << random.nextInt(28)), Context.USER));
      case SLEEP_IN_INTERRUPT -> steps.add(new Step.Alloc(name, one, 0, Context.INTERRUPT));
      case FREE_TWICE -> {
        steps.add(new Step.Alloc(name, Size.pages(1), DDI_UMEM_NOSLEEP, Context.USER));
        steps.add(new Step.Free(name, Context.USER));
        steps.add(new Step.Free(name, Context.USER));
      }
      default -> steps.add(new Step.FreeStranger());
    }
    return new Plan(base.free(), true, steps);
  }
}
