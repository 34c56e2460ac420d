package umemtck.conformance.suite;

import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_NOSLEEP;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_PAGEABLE;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_SLEEP;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_TRASH;

import java.util.ArrayList;
import java.util.List;
import umemtck.conformance.plan.Size;
import umemtck.conformance.plan.Step;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Resource;
import umemtck.spec.ddi.UmemFlag;

/**
 * From which steps the exhaustive search makes its lists: one step of each class that the machines
 * searched can tell apart. They are the reference kernel with one step done wrong.
 *
 * <p>Lists of up to {@link #WIDE} steps are made of all of these:
 *
 * <ul>
 *   <li>an allocation with NOSLEEP of one page, of two, of a page more than is free, of nothing;
 *       PAGEABLE of one page and of two; TRASH. Bytes are left out: the kernel rounds up to pages
 *       before it looks at anything else. A size that wraps is refused where size 0 is, one that is
 *       impossible where one is that is short;
 *   <li>an allocation with SLEEP of one page, of a page more than is free; PAGEABLE; TRASH;
 *   <li>a free, and a rewrite, of each allocation that was made and not freed;
 *   <li>a free of NULL; a page-out; making free 0 or 1 PAGES, 0 SWAP, 0 COOKIES, 1 ADDRESS;
 *   <li>a settle, if an allocation with SLEEP went before: nobody else can be out.
 * </ul>
 *
 * <p>All calls come from user context: the kernel looks at the context only to refuse what is
 * undefined, which the kit never asks, and from another context the judge may blame another clause.
 *
 * <p>Longer lists, which only a sin against cookies needs ({@code CookiesRepeatAfterSix}), are made
 * of fewer: without two pages, more than is free, SLEEP with a flag beside it, rewrites, 1 PAGES, 0
 * SWAP, 1 ADDRESS. Such a machine makes other cookies than the kernel would, and is the kernel in
 * everything else: it can tell apart only whether an allocation got a cookie, at once or after a
 * wait, and which are given back. Whatever is left out can do nothing to a cookie but what one of
 * the steps that are left does. Of any other sin such a list says only that the search is not blind.
 */
final class Alphabet {
  /** Up to this many steps lists are made of the whole alphabet. */
  static final int WIDE = 4;

  private Alphabet() {}

  /**
   * What may come next in a list. Names are given in order: another numbering is the same list.
   *
   * @param begun the steps before
   * @param length of the whole list
   */
  static List<Step> after(List<Step> begun, int length) {
    boolean wide = length <= WIDE;
    List<Step> next = new ArrayList<>();
    allocations(begun, wide, next);
    for (Step s : begun) {
      if (s instanceof Step.Alloc a && !begun.contains(free(a))) {
        next.add(free(a));
        if (wide) {
          next.add(new Step.Rewrite(a.name()));
        }
      }
    }
    next.add(new Step.FreeNull(Context.USER));
    next.add(new Step.PageOut());
    next.add(new Step.SetFree(Resource.PAGES, 0));
    next.add(new Step.SetFree(Resource.COOKIES, 0));
    if (wide) {
      next.add(new Step.SetFree(Resource.PAGES, 1));
      next.add(new Step.SetFree(Resource.SWAP, 0));
      next.add(new Step.SetFree(Resource.ADDRESS, 1));
    }
    if (begun.stream().anyMatch(s -> s instanceof Step.Alloc a && UmemFlag.sleeps(a.flag()))) {
      next.add(new Step.Settle());
    }
    return next;
  }

  private static void allocations(List<Step> begun, boolean wide, List<Step> next) {
    int name = 1 + (int) begun.stream().filter(Step.Alloc.class::isInstance).count();
    Size more = new Size(Size.Base.FREE, 1, 0);
    next.add(alloc(name, Size.pages(1), DDI_UMEM_NOSLEEP));
    next.add(alloc(name, Size.pages(1), DDI_UMEM_NOSLEEP | DDI_UMEM_PAGEABLE));
    next.add(alloc(name, Size.pages(1), DDI_UMEM_NOSLEEP | DDI_UMEM_TRASH));
    next.add(alloc(name, Size.bytes(0), DDI_UMEM_NOSLEEP));
    next.add(alloc(name, Size.pages(1), DDI_UMEM_SLEEP));
    if (wide) {
      next.add(alloc(name, Size.pages(2), DDI_UMEM_NOSLEEP));
      next.add(alloc(name, Size.pages(2), DDI_UMEM_NOSLEEP | DDI_UMEM_PAGEABLE));
      next.add(alloc(name, more, DDI_UMEM_NOSLEEP));
      next.add(alloc(name, more, DDI_UMEM_SLEEP));
      next.add(alloc(name, Size.pages(1), DDI_UMEM_SLEEP | DDI_UMEM_PAGEABLE));
      next.add(alloc(name, Size.pages(1), DDI_UMEM_SLEEP | DDI_UMEM_TRASH));
    }
  }

  private static Step alloc(int name, Size size, int flag) {
    return new Step.Alloc(name, size, flag, Context.USER);
  }

  private static Step free(Step.Alloc a) {
    return new Step.Free(a.name(), Context.USER);
  }
}
