package umemtck.reference.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_NOSLEEP;

import java.math.BigInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.subject.Declaration;

/** Which two extents overlap, against numbers that never wrap (ALLOC.disjoint). */
class OverlapTest {
  private static long[] addresses(long page) {
    long half = Long.MIN_VALUE;
    return new long[] {
      page,
      2 * page,
      3 * page,
      4 * page,
      half - 2 * page,
      half - page,
      half,
      half + page,
      -4 * page,
      -3 * page,
      -2 * page,
      -page
    };
  }

  private long page;
  private UmemModel model;

  @ParameterizedTest
  @ValueSource(longs = {1, 0x1000})
  void everyPairOfExtents(long pageSize) {
    page = pageSize;
    model = new UmemModel(ModelConfig.of(Declaration.ofPageSize(page), Profile.DOCUMENTED));
    for (long a : addresses(page)) {
      for (long b : addresses(page)) {
        for (int pagesOfA = 1; pagesOfA <= 3; pagesOfA++) {
          for (int pagesOfB = 1; pagesOfB <= 3; pagesOfB++) {
            if (ends(a, pagesOfA) && ends(b, pagesOfB)) {
              check(a, pagesOfA, b, pagesOfB);
            }
          }
        }
      }
    }
  }

  private void check(long a, int pagesOfA, long b, int pagesOfB) {
    boolean apart =
        end(a, pagesOfA).compareTo(unsigned(b)) <= 0
            || end(b, pagesOfB).compareTo(unsigned(a)) <= 0;
    UmemState one = ((Answer.Next) alloc(UmemState.INIT, a, pagesOfA, 1)).state();
    assertEquals(
        apart,
        alloc(one, b, pagesOfB, 2) instanceof Answer.Next,
        () ->
            pagesOfA
                + " at "
                + Long.toHexString(a)
                + ", "
                + pagesOfB
                + " at "
                + Long.toHexString(b));
  }

  private Answer alloc(UmemState s, long address, int pages, int cookie) {
    Call call = new Call.UmemAlloc(pages * page, DDI_UMEM_NOSLEEP);
    UmemState out = ((Answer.Next) model.invoke(s, cookie, Context.USER, call)).state();
    return model.returned(out, cookie, new Outcome.Allocated(address, cookie));
  }

  private static BigInteger unsigned(long n) {
    return new BigInteger(Long.toUnsignedString(n));
  }

  private BigInteger end(long address, int pages) {
    return unsigned(address).add(BigInteger.valueOf(pages * page));
  }

  private boolean ends(long address, int pages) {
    return end(address, pages).bitLength() <= 64 || address + pages * page == 0;
  }
}
