package umemtck.conformance.plan;

import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_NOSLEEP;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_PAGEABLE;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_TRASH;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Resource;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.Feature;

/**
 * Makes plans with a leaning. Each recipe can make any step; what it leans to it makes often.
 *
 * <p>Sizes are near the edges of pages, of what is free, and of {@code size_t}: uniform sizes never
 * meet a wrap.
 */
public enum Recipe {
  /** A bit of everything. */
  GENERAL(20, 30, 10, 10),
  /** Sizes near every edge. */
  SIZES(10, 20, 5, 5),
  /** Little is free, and what is free changes. */
  SHORTAGE(10, 30, 5, 10),
  /** Callers who wait. */
  SLEEPERS(60, 30, 5, 5),
  /** Callers in every context. */
  CONTEXTS(30, 30, 5, 70),
  /** Pageable memory, under pressure. */
  PAGING(15, 60, 5, 5),
  /** Cookies without memory. */
  TRASH(15, 20, 50, 10);

  private static final int STEPS = 50;

  private final int sleep;
  private final int pageable;
  private final int trash;
  private final int contexts;

  Recipe(int sleep, int pageable, int trash, int contexts) {
    this.sleep = sleep;
    this.pageable = pageable;
    this.trash = trash;
    this.contexts = contexts;
  }

  /** Makes a plan for a subject; the same randomness gives the same plan. */
  public Plan plan(Random random, Declaration declared) {
    return new Cook(random, declared).plan();
  }

  /** Makes one plan. */
  private final class Cook {
    private final Random random;
    private final Declaration declared;
    private final long most;
    private final List<Integer> out = new ArrayList<>();
    private int lastName;

    Cook(Random random, Declaration declared) {
      this.random = random;
      this.declared = declared;
      most = declared.capacity() < 0 ? 16 : Math.min(16, declared.capacity());
    }

    Plan plan() {
      List<Step> steps = new ArrayList<>(STEPS);
      Map<Resource, Long> free = free();
      while (steps.size() < STEPS) {
        steps.add(step());
      }
      return new Plan(free, false, steps);
    }

    private Map<Resource, Long> free() {
      Map<Resource, Long> free = new EnumMap<>(Resource.class);
      Resource tight = Resource.values()[random.nextInt(Resource.values().length)];
      for (Resource r : Resource.values()) {
        boolean little = r == tight || (Recipe.this == SHORTAGE && chance(40));
        long amount = little ? 1 + random.nextInt(6) : most;
        if (declared.offers(Feature.settable(r))) {
          free.put(r, Math.min(most, amount));
        }
      }
      return free;
    }

    private Step step() {
      int dice = random.nextInt(100);
      if (dice < 45 || out.isEmpty() && dice < 80) {
        return alloc();
      }
      if (dice < 76 && !out.isEmpty()) {
        return new Step.Free(out.remove(random.nextInt(out.size())), context(false));
      }
      if (dice < 80) {
        return new Step.FreeNull(context(false));
      }
      if (dice < 85 && !out.isEmpty()) {
        return new Step.Rewrite(out.get(random.nextInt(out.size())));
      }
      if (dice < 90) {
        return new Step.PageOut();
      }
      if (dice < 95) {
        Resource[] some = {Resource.PAGES, Resource.PAGES, Resource.SWAP, Resource.COOKIES};
        return new Step.SetFree(some[random.nextInt(some.length)], random.nextInt(8));
      }
      return new Step.Settle();
    }

    private Step alloc() {
      boolean sleeps = chance(sleep);
      int flag = sleeps ? 0 : DDI_UMEM_NOSLEEP;
      if (declared.offers(Feature.TRASH) && chance(trash)) {
        flag |= DDI_UMEM_TRASH;
      } else if (chance(pageable)) {
        flag |= DDI_UMEM_PAGEABLE;
      }
      out.add(++lastName);
      return new Step.Alloc(lastName, size(), flag, context(sleeps));
    }

    private Context context(boolean sleeps) {
      if (!chance(contexts)) {
        return Context.USER;
      }
      return sleeps || random.nextBoolean() ? Context.KERNEL : Context.INTERRUPT;
    }

    private Size size() {
      int edges = Recipe.this == SIZES ? 40 : 15;
      if (chance(edges)) {
        return edge();
      }
      if (chance(Recipe.this == SHORTAGE || Recipe.this == SLEEPERS ? 50 : 20)) {
        return new Size(Size.Base.FREE, random.nextInt(4) - 1, random.nextInt(3) - 1);
      }
      long pages = 1 + random.nextInt(4);
      long[] off = {0, 0, -1, 1, 1 - declared.pageSize(), -declared.pageSize() / 2};
      return new Size(Size.Base.ZERO, pages, off[random.nextInt(off.length)]);
    }

    private Size edge() {
      return switch (random.nextInt(8)) {
        case 0, 1 -> Size.bytes(0);
        case 2 -> Size.belowMax(0, 0);
        case 3 -> Size.belowMax(1, 0);
        case 4 -> Size.belowMax(1, 1);
        case 5 -> Size.belowMax(1, 2);
        case 6 -> huge();
        default -> capacity();
      };
    }

    /** Far beyond any machine; smaller powers of two only if it says what it can have. */
    private Size huge() {
      long[] sizes = {1L << 63, (1L << 63) - 1, 1L << 32, 1L << 31};
      return Size.bytes(sizes[random.nextInt(declared.capacity() < 0 ? 2 : 4)]);
    }

    private Size capacity() {
      return declared.capacity() < 0
          ? Size.bytes(0)
          : new Size(Size.Base.CAPACITY, random.nextInt(2), random.nextInt(2));
    }

    private boolean chance(int percent) {
      return random.nextInt(100) < percent;
    }
  }
}
