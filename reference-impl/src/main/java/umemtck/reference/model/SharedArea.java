package umemtck.reference.model;

import umemtck.spec.ddi.DataModel;

/**
 * The area that the driver of Example 10-4 shares: a page for each data model. Immutable.
 *
 * @param contents of both pages, the first that of 64-bit applications
 * @param born how many resources had been set when it was allocated
 * @param first the data model of the application that mapped first
 * @param lp64 who stored to the first page last: {@link #NOBODY}, {@link #DRIVER}, {@link
 *     #APPLICATION}
 * @param ilp32 who stored to the second page last
 * @param left whether all had unmapped it, once
 */
public record SharedArea(
    Contents contents, int born, int first, int lp64, int ilp32, boolean left) {
  static final int NOBODY = 0;
  static final int DRIVER = 1;
  static final int APPLICATION = 2;

  /** Pages that the driver of Example 10-4 needs, whichever data model maps first (K-20). */
  public static final long PAGES = 2;

  static SharedArea allocated(long pageSize, int born, int first) {
    return new SharedArea(Contents.zeros(PAGES * pageSize), born, first, NOBODY, NOBODY, false);
  }

  /** Offset of the page of a data model. */
  public static long offset(int model, long pageSize) {
    return model == DataModel.DDI_MODEL_ILP32 ? pageSize : 0;
  }

  /** The same after a store; the range may lie in both pages. */
  SharedArea filled(long off, long len, int value, int by, long pageSize) {
    boolean one = off < pageSize;
    boolean two = off + len > pageSize;
    return new SharedArea(
        contents.fill(off, off + len, value), born, first, one ? by : lp64, two ? by : ilp32, left);
  }

  SharedArea leftByAll() {
    return new SharedArea(contents, born, first, lp64, ilp32, true);
  }
}
