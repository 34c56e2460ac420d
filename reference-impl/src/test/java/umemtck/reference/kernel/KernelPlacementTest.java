package umemtck.reference.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static umemtck.reference.Caller.NOSLEEP;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import umemtck.reference.Caller;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Outcome.Allocated;
import umemtck.spec.subject.UmemPanic;

/** Addresses are numbers: anything page-aligned will do, up to 2^64. */
class KernelPlacementTest {

  @ParameterizedTest
  @ValueSource(ints = {16, 4096, 65536})
  void theLastPageMayEndAtTheTop(int page) {
    Caller k = Boot.kernel(new KernelOptions(page, 4, 0x10000, Profile.DOCUMENTED).atTheTop());
    Allocated a = k.alloc(3L * page, NOSLEEP);
    Allocated b = k.alloc(page, NOSLEEP);
    assertEquals(-4L * page, a.address());
    assertEquals(-(long) page, b.address());
    k.memory().fill(a.address(), 3L * page, (byte) 1);
    k.memory().fill(b.address(), page, (byte) 2);
    assertEquals(-1, k.memory().matches(a.address(), 3L * page, (byte) 1));
    assertEquals(page - 1, k.memory().matches(-(long) page - page + 1, page, (byte) 1));
    k.memory().store(-2, new byte[] {8, 9});
    assertEquals(9, k.memory().load(-1, 1)[0]);
  }

  @Test
  void theUpperHalfIsLikeTheLower() {
    Caller k = Boot.kernel(Boot.options(2).at(0xffff_ff00_0000_0000L));
    Allocated a = k.alloc(2 * Boot.PAGE, NOSLEEP);
    assertEquals(0xffff_ff00_0000_0000L, a.address());
    assertEquals(-1, k.memory().matches(a.address(), 2 * Boot.PAGE, (byte) 0));
  }

  @Test
  void acrossTheMiddleOfTheAddressSpace() {
    Caller k = Boot.kernel(Boot.options(2).at(Long.MIN_VALUE - Boot.PAGE));
    Allocated a = k.alloc(2 * Boot.PAGE, NOSLEEP);
    k.memory().fill(Long.MAX_VALUE, 2, (byte) 3);
    assertEquals(3, k.memory().load(Long.MIN_VALUE, 1)[0]);
    assertEquals(Boot.PAGE - 1, k.memory().matches(a.address(), 2 * Boot.PAGE, (byte) 0));
  }

  @Test
  void whatCannotBeAddressedIsRefused() {
    KernelOptions usual = Boot.options(4);
    assertThrows(IllegalArgumentException.class, () -> usual.at(0));
    assertThrows(IllegalArgumentException.class, () -> usual.at(0x10001));
    assertThrows(IllegalArgumentException.class, () -> usual.at(-3L * Boot.PAGE));
    assertThrows(IllegalArgumentException.class, () -> usual.withPageSize(4097));
    assertThrows(IllegalArgumentException.class, () -> Boot.options(0));
  }

  @ParameterizedTest
  @ValueSource(longs = {0xffff, 0x10000 + Boot.PAGE, 0x10000 + 4 * Boot.PAGE, 0, -1})
  void nothingIsBesideLiveMemory(long address) {
    Caller k = Boot.kernel(4);
    k.alloc(1, NOSLEEP);
    assertThrows(UmemPanic.class, () -> k.memory().load(address, 1));
  }
}
