package umemtck.conformance.plan;

import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_NOSLEEP;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_PAGEABLE;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_TRASH;
import static umemtck.spec.ddi.UmemLockFlag.DDI_UMEMLOCK_READ;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import umemtck.conformance.plan.LockStep.Range;
import umemtck.spec.ddi.BufFlag;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.ddi.Prot;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.Feature;

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
    /** IOSETUP.context: SLEEP from an interrupt. */
    SETUP_IN_INTERRUPT,
    /** FREE.exactly-once: a cookie that was freed. */
    FREE_TWICE,
    /** FREE.exactly-once: something that never was a cookie. */
    FREE_STRANGER,
    /** COOKIE.no-buf-reference. */
    RELEASE_UNDER_A_BUF,
    /** FREE.while-mapped. */
    FREE_MAPPED,
    /** FREE.pageable-softlocked. */
    FREE_SOFTLOCKED,
    /** LOCK.context: a lock from a kernel thread or an interrupt. */
    LOCK_OUTSIDE_USER,
    /** UNLOCK.alloc-cookie. */
    UNLOCK_ALLOCATED
  }

  private static final int NAME = 1000;

  private MisusePlans() {}

  /** A short plan of right calls, then one that breaks the duty. */
  public static Plan plan(Duty duty, Random random, Declaration declared) {
    if (duty == Duty.RELEASE_UNDER_A_BUF) {
      return setUp(random);
    }
    if (duty == Duty.FREE_MAPPED || duty == Duty.FREE_SOFTLOCKED) {
      return mapping(duty == Duty.FREE_SOFTLOCKED, random, declared);
    }
    boolean locks = duty == Duty.LOCK_OUTSIDE_USER || duty == Duty.UNLOCK_ALLOCATED;
    return locks ? locking(duty, random, declared) : allocating(duty, random, declared);
  }

  private static Plan allocating(Duty duty, Random random, Declaration declared) {
    Plan base = Recipe.GENERAL.plan(random, declared);
    List<Step> steps = new ArrayList<>(base.steps().subList(0, random.nextInt(6)));
    int name = NAME;
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
      case SETUP_IN_INTERRUPT -> {
        steps.add(new Step.Alloc(name, Size.pages(1), DDI_UMEM_NOSLEEP, Context.USER));
        steps.add(
            new BufStep.Setup(
                name, name, false, Size.bytes(0), one, BufFlag.B_READ, 0, Context.INTERRUPT));
      }
      case FREE_TWICE -> {
        steps.add(new Step.Alloc(name, Size.pages(1), DDI_UMEM_NOSLEEP, Context.USER));
        steps.add(new Step.Free(name, Context.USER));
        steps.add(new Step.Free(name, Context.USER));
      }
      default -> steps.add(new Step.FreeStranger());
    }
    return new Plan(base.free(), true, steps);
  }

  private static Plan locking(Duty duty, Random random, Declaration declared) {
    if (declared.mappings().isEmpty()) {
      return new Plan(Map.of(), true, List.of()); // Nothing can be locked.
    }
    Plan base = LockRecipe.GENERAL.plan(random, declared);
    List<Step> steps = new ArrayList<>(base.steps().subList(0, random.nextInt(20)));
    if (duty == Duty.LOCK_OUTSIDE_USER) {
      Context where = random.nextBoolean() ? Context.KERNEL : Context.INTERRUPT;
      MappingKind kind = Collections.min(declared.mappings());
      steps.add(new LockStep.Mmap(0, 0, 1, kind, Prot.READ | Prot.WRITE));
      steps.add(new LockStep.Lock(NAME, 0, Range.pages(0, 1), DDI_UMEMLOCK_READ, where));
    } else {
      int flag = DDI_UMEM_NOSLEEP | (random.nextBoolean() ? DDI_UMEM_PAGEABLE : 0);
      steps.add(new Step.Alloc(NAME, Size.pages(1), flag, Context.USER));
      steps.add(new LockStep.UnlockAllocated(NAME));
    }
    return new Plan(base.free(), true, steps);
  }

  /** A buf describes memory, which is then freed. */
  private static Plan setUp(Random random) {
    int pages = 1 + random.nextInt(2);
    Size len = random.nextBoolean() ? Size.pages(1) : Size.bytes(1 + random.nextInt(100));
    return new Plan(
        Map.of(),
        true,
        List.of(
            new Step.Alloc(NAME, Size.pages(pages), DDI_UMEM_NOSLEEP, Context.USER),
            new BufStep.Setup(
                NAME, NAME, false, Size.bytes(0), len, BufFlag.B_READ, 1, Context.USER),
            new Step.Free(NAME, Context.USER)));
  }

  /** A device shows memory, which is then freed. */
  private static Plan mapping(boolean softLocked, Random random, Declaration declared) {
    List<Step> steps = new ArrayList<>();
    int pages = 1 + random.nextInt(3);
    boolean pageable = softLocked || random.nextInt(3) == 0;
    int flag = DDI_UMEM_NOSLEEP | (pageable ? DDI_UMEM_PAGEABLE : 0);
    steps.add(new Step.Alloc(NAME, Size.pages(pages), flag, Context.USER));
    Size len = Size.pages(pages);
    ExportStep.Of all = new ExportStep.Of(NAME, false, Size.pages(0), len);
    steps.add(ExportStep.Map.plain(NAME, 0, 0, pages, ExportStep.Setup.plain(all)));
    if (random.nextBoolean()) {
      steps.add(new ExportStep.Touch(NAME));
    }
    if (softLocked) {
      if (declared.offers(Feature.PROJECT_LIMIT)) {
        // Without a limit illumos counts no lock (ACCT.unlimited-bypass).
        steps.add(new LockStep.Limit(Holder.PROJECT, 0, Size.pages(64)));
      }
      Range at = Range.pages(0, pages);
      steps.add(new LockStep.Lock(NAME, 0, at, DDI_UMEMLOCK_READ, Context.USER));
    }
    steps.add(new Step.Free(NAME, Context.USER));
    return new Plan(Map.of(), true, steps);
  }
}
