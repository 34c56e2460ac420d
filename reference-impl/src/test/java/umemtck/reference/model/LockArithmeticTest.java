package umemtck.reference.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import umemtck.spec.ddi.CallbackVector;
import umemtck.spec.ddi.MappingKind;

/** Ranges and pages, up to where addresses end. */
class LockArithmeticTest {
  private static LockRequest asked(long addr, long len) {
    return new LockRequest(null, addr, len, 1, CallbackVector.NONE, false, false);
  }

  @Test
  void aRangeTouchesWholePages() {
    assertEquals(new Extent(0x100, 0x20), asked(0x100, 0x20).pages(16));
    assertEquals(new Extent(0x100, 0x20), asked(0x10f, 2).pages(16));
    assertEquals(new Extent(0x100, 0x10), asked(0x108, 1).pages(16));
    assertEquals(new Extent(0x100, 0), asked(0x100, 0).pages(16));
    assertEquals(new Extent(-0x20, 0x20), asked(-0x20, 0x20).pages(16));
  }

  @Test
  void aRangeWrapsIfItsLastByteDoes() {
    assertFalse(asked(-0x20, 0x20).wraps());
    assertTrue(asked(-0x20, 0x21).wraps());
    assertTrue(asked(0x100, -1).wraps());
    assertFalse(asked(0, -1).wraps());
    assertFalse(asked(0x100, 0).wraps());
  }

  @Test
  void aMappingIsCutWhereAddressesEndToo() {
    Mapping last = new Mapping(new Extent(-0x40, 0x40), MappingKind.ANON_PRIVATE, 3);
    assertEquals(new Extent(-0x40, 0x10), last.within(new Extent(-0x50, 0x20)).where());
    assertEquals(new Extent(-0x30, 0x10), last.within(new Extent(-0x30, 0x10)).where());
    assertEquals(new Extent(-0x20, 0x20), last.within(new Extent(-0x20, 0x20)).where());
  }
}
