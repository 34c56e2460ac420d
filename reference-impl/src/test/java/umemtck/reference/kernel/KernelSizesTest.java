package umemtck.reference.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static umemtck.reference.Caller.NOSLEEP;
import static umemtck.reference.Caller.PAGEABLE;
import static umemtck.reference.Caller.SLEEP;
import static umemtck.reference.Caller.TRASH;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import umemtck.reference.Caller;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Outcome.Allocated;
import umemtck.spec.ddi.Resource;

/** How many pages a size takes, from 0 to SIZE_MAX (ALLOC.round-up, ALLOC.near-max-wrap). */
class KernelSizesTest {
  private static final int FRAMES = 8;

  private static Caller boot(int page) {
    return Boot.kernel(new KernelOptions(page, FRAMES, 0x10000, Profile.DOCUMENTED));
  }

  static Stream<Arguments> sizesThatFit() {
    return IntStream.of(16, 4096, 65536)
        .boxed()
        .flatMap(
            p ->
                Stream.of(
                    Arguments.of(p, 1L, 1L),
                    Arguments.of(p, p - 1L, 1L),
                    Arguments.of(p, (long) p, 1L),
                    Arguments.of(p, p + 1L, 2L),
                    Arguments.of(p, 2L * p, 2L),
                    Arguments.of(p, (FRAMES - 1L) * p + 1, (long) FRAMES),
                    Arguments.of(p, (long) FRAMES * p, (long) FRAMES)));
  }

  @ParameterizedTest
  @MethodSource("sizesThatFit")
  void roundsUpToWholePages(int page, long size, long pages) {
    for (int flag : new int[] {NOSLEEP, SLEEP, NOSLEEP | PAGEABLE, SLEEP | PAGEABLE}) {
      Caller k = boot(page);
      Allocated a = k.alloc(size, flag);
      assertNotEquals(0, a.address());
      assertEquals(FRAMES - pages, k.getFree(Resource.PAGES));
      assertEquals(FRAMES - 1, k.getFree(Resource.COOKIES));
      long last = a.address() + pages * page - 1;
      k.memory().fill(last, 1, (byte) 7);
      assertEquals(-1, k.memory().matches(last, 1, (byte) 7), "the last byte is usable");
    }
  }

  static Stream<Arguments> sizesThatDoNot() {
    return IntStream.of(16, 4096, 65536)
        .boxed()
        .flatMap(
            p ->
                LongStream.of(
                        0,
                        (long) FRAMES * p + 1,
                        (1L << 31) - 1,
                        1L << 31,
                        (1L << 32) + 1,
                        Long.MAX_VALUE,
                        Long.MIN_VALUE,
                        -1L - p,
                        -1L - p + 1,
                        -1L - p + 2,
                        -1L)
                    .mapToObj(size -> Arguments.of(p, size)));
  }

  @ParameterizedTest
  @MethodSource("sizesThatDoNot")
  void refusesAndChangesNothing(int page, long size) {
    Caller k = boot(page);
    for (int flag : new int[] {NOSLEEP, SLEEP, NOSLEEP | PAGEABLE, SLEEP | PAGEABLE}) {
      assertEquals(Allocated.REFUSED, k.alloc(size, flag));
    }
    for (Resource r : new Resource[] {Resource.PAGES, Resource.SWAP, Resource.COOKIES}) {
      assertEquals(FRAMES, k.getFree(r), r::name);
    }
    assertNotEquals(0, k.alloc((long) FRAMES * page, NOSLEEP).address(), "all is still there");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1L, -4095L})
  void trashOfNoSizeIsRefused(long size) {
    assertEquals(Allocated.REFUSED, boot(4096).alloc(size, NOSLEEP | TRASH));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 4096, 1L << 40, Long.MIN_VALUE, -4096L})
  void trashOfAnySizeTakesACookieAndNothingElse(long size) {
    Caller k = boot(4096);
    Allocated a = k.alloc(size, NOSLEEP | TRASH);
    assertEquals(0, a.address());
    assertNotEquals(0, a.cookie());
    assertEquals(FRAMES, k.getFree(Resource.PAGES));
    assertEquals(FRAMES - 1, k.getFree(Resource.COOKIES));
    k.free(a);
    assertEquals(FRAMES, k.getFree(Resource.COOKIES));
  }
}
