package umemtck.reference.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_NOSLEEP;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.subject.Declaration;

/** Which two extents overlap, against numbers that never wrap (ALLOC.disjoint). */
class OverlapTest {
  private static final long[] ADDRESSES = {
    0x1000,
    0x2000,
    0x3000,
    0x4000,
    Long.MAX_VALUE - 0x1fff,
    Long.MAX_VALUE - 0xfff,
    Long.MIN_VALUE,
    Long.MIN_VALUE + 0x1000,
    -0x4000,
    -0x3000,
    -0x2000,
    -0x1000
  };

  private final UmemModel model =
      new UmemModel(ModelConfig.of(Declaration.ofPageSize(0x1000), Profile.DOCUMENTED));

  @Test
  void everyPairOfExtents() {
    for (long a : ADDRESSES) {
      for (long b : ADDRESSES) {
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
    Call call = new Call.UmemAlloc(pages * 0x1000L, DDI_UMEM_NOSLEEP);
    UmemState out = ((Answer.Next) model.invoke(s, cookie, Context.USER, call)).state();
    return model.returned(out, cookie, new Outcome.Allocated(address, cookie));
  }

  private static BigInteger unsigned(long n) {
    return new BigInteger(Long.toUnsignedString(n));
  }

  private static BigInteger end(long address, int pages) {
    return unsigned(address).add(BigInteger.valueOf(pages * 0x1000L));
  }

  private static boolean ends(long address, int pages) {
    return end(address, pages).bitLength() <= 64 || address + pages * 0x1000L == 0;
  }
}
