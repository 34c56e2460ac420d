package umemtck.conformance.tour;

import java.util.List;
import umemtck.conformance.plan.LockStep.Range;
import umemtck.conformance.plan.Size;
import umemtck.spec.subject.Declaration;

/**
 * The words of a graph on a machine with longer words and pages: a byte of the graph is a share of
 * a page, so that what is aligned, empty, or over an edge there is so here.
 *
 * @param wordMax the largest word of the graph
 * @param pageSize of the graph
 * @param declared whose pages
 */
record Scale(long wordMax, long pageSize, Declaration declared) {
  /** How many bytes a byte of the graph is. */
  long share() {
    return declared.pageSize() / pageSize;
  }

  /** Bytes, counted from 0. */
  Size bytes(long word) {
    return new Size(Size.Base.ZERO, word / pageSize, word % pageSize * share());
  }

  /** Bytes, counted from the end of all words. */
  Size belowEnd(long word) {
    return word == wordMax
        ? Size.belowMax(0, 0)
        : new Size(Size.Base.SIZE_MAX, 0, 1 - (wordMax + 1 - word) * share());
  }

  /** An offset or a length: what is negative as an offset in the graph is so here. */
  Size signed(long word) {
    return word > wordMax / 2
        ? new Size(Size.Base.ZERO, 0, -(wordMax + 1 - word) * share())
        : bytes(word);
  }

  /**
   * A range near a process's window, or at the end of all addresses.
   *
   * @param pages the addresses of the graph that are in the window
   */
  Range range(List<Long> pages, long addr, long len) {
    if (addr > pages.get(pages.size() - 1)) {
      long fromEnd = (wordMax + 1 - addr) * share() + declared.window().base();
      return new Range(
          Math.floorDiv(-fromEnd, declared.pageSize()),
          Math.floorMod(-fromEnd, declared.pageSize()),
          bytes(len));
    }
    long from = addr - pages.get(0);
    return new Range(
        Math.floorDiv(from, pageSize), Math.floorMod(from, pageSize) * share(), bytes(len));
  }
}
