package umemtck.reference.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static umemtck.reference.Caller.NOSLEEP;
import static umemtck.reference.Caller.PAGEABLE;
import static umemtck.reference.Caller.TRASH;
import static umemtck.reference.kernel.Locker.PAGE;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.ddi.Outcome.Allocated;
import umemtck.spec.ddi.Prot;

/** What devmap_umem_setup is refused for; a refusal leaves the handle as it was. */
class KernelDevmapTest {

  @ParameterizedTest
  @EnumSource
  void everyKindOfCookie(Profile profile) {
    Exporter x = new Exporter(profile);
    x.k.map(8, 1);
    assertEquals(0, x.setup(x.alloc(1, NOSLEEP).cookie(), 0, PAGE));
    assertEquals(0, x.setup(x.alloc(1, NOSLEEP | PAGEABLE).cookie(), 0, PAGE));
    assertEquals(0, x.setup(x.alloc(1, NOSLEEP | TRASH).cookie(), 0, PAGE));
    assertEquals(0, x.setup(x.k.locked(8, 1), 0, PAGE));
  }

  @ParameterizedTest
  @EnumSource
  void aNullCookieLeavesTheHandle(Profile profile) {
    Exporter x = new Exporter(profile);
    Allocated a = x.alloc(1, NOSLEEP);
    int errno =
        x.mmap(
            0,
            1,
            (h, off, len, model) -> {
              assertEquals(-1, x.setup(h, 0, 0, len));
              assertEquals(-1, x.setup(h, a.cookie(), PAGE, len));
              return x.setup(h, a.cookie(), 0, len);
            });
    assertEquals(0, errno);
    x.store(0, 7);
    assertEquals(7, x.driverSees(a, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 4096, 0",
    "4096, 4096, 0",
    "8192, 4096, -1",
    "12288, 4096, -1",
    "0, 12288, -1",
    "4096, 8192, -1",
    "-4096, 4096, -1",
    "-4096, 8192, -1",
    "4096, -4096, -1",
    "-9223372036854775808, 4096, -1",
    "4096, -4095, -1",
    "9223372036854771712, 9223372036854775807, -1"
  })
  void bounds(long koff, long len, int answer) {
    for (Profile profile : Profile.values()) {
      Exporter x = new Exporter(profile);
      x.k.map(8, 2);
      assertEquals(answer, x.setup(x.alloc(2, NOSLEEP).cookie(), koff, len));
      assertEquals(answer, x.setup(x.alloc.alloc(PAGE + 1, NOSLEEP).cookie(), koff, len));
      assertEquals(answer, x.setup(x.alloc(2, NOSLEEP | PAGEABLE).cookie(), koff, len));
      assertEquals(answer, x.setup(x.k.locked(8, 2), koff, len));
    }
  }

  @ParameterizedTest
  @CsvSource({"DOCUMENTED, 0", "ILLUMOS, -1"})
  void theBoundsOfTrash(Profile profile, int answer) {
    Exporter x = new Exporter(profile);
    long trash = x.alloc.alloc(PAGE + 1, NOSLEEP | TRASH).cookie();
    assertEquals(0, x.setup(trash, PAGE, PAGE));
    assertEquals(answer, x.setup(trash, 2 * PAGE, PAGE));
    assertEquals(answer, x.setup(trash, -PAGE, PAGE));
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "4095, 1", "4096, 4095", "100, 4096"})
  void whatIsNotWholePages(long koff, long len) {
    Exporter documented = new Exporter(Profile.DOCUMENTED);
    assertEquals(-1, documented.setup(documented.alloc(2, NOSLEEP).cookie(), koff, len));
    Exporter x = new Exporter(Profile.ILLUMOS);
    Allocated a = x.alloc(2, NOSLEEP);
    x.driverStores(a, 2, 40);
    assertEquals(0, x.mmap(0, 1, a.cookie(), koff, len));
    assertEquals(40 + koff / PAGE, x.seen(0));
  }

  @ParameterizedTest
  @CsvSource({
    "0x10000, 0",
    "0x20000, 0",
    "0x40000, 0",
    "0x80000, -1",
    "0x90000, -1",
    "0x30000, -1",
    "0x70000, -1",
    "0x1, -1",
    "0x2, 0",
    "0x3, 0",
    "0x4, 0",
    "0x40002, 0",
    "0x10001, -1",
    "0x700008, 0"
  })
  void flags(String flags, int answer) {
    for (Profile profile : Profile.values()) {
      Exporter x = new Exporter(profile);
      x.flags = Integer.decode(flags);
      assertEquals(answer, x.setup(x.alloc(1, NOSLEEP).cookie(), 0, PAGE));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSecondSetupChangesNothing(Profile profile) {
    Exporter x = new Exporter(profile);
    Allocated first = x.alloc(2, NOSLEEP);
    Allocated second = x.alloc(2, NOSLEEP);
    x.driverStores(first, 2, 10);
    x.driverStores(second, 2, 20);
    int errno =
        x.mmap(
            0,
            1,
            (h, off, len, model) -> {
              assertEquals(0, x.setup(h, first.cookie(), PAGE, len));
              assertEquals(-1, x.setup(h, second.cookie(), 0, len));
              return 0;
            });
    assertEquals(0, errno);
    assertEquals(11, x.seen(0));
    assertEquals(-1, x.setup(x.dhp, second.cookie(), 0, PAGE), "it is mapped");
    x.alloc.free(second);
    assertEquals(11, x.seen(0));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0xf, 0",
    "3, 0xf, 0",
    "1, 0x9, 0",
    "3, 0xb, 0",
    "3, 0x9, -1",
    "2, 0x9, -1",
    "3, 0xa, -1",
    "1, 0x8, -1",
    "1, 0x7, -1",
    "3, 0x3, -1",
    "3, 0, -1"
  })
  void maxprot(int prot, String maxprot, int answer) {
    for (Profile profile : Profile.values()) {
      Exporter x = new Exporter(profile);
      x.prot = prot;
      x.maxprot = Integer.decode(maxprot);
      assertEquals(answer, x.setup(x.alloc(1, NOSLEEP).cookie(), 0, PAGE));
    }
  }

  @ParameterizedTest
  @EnumSource
  void theOpenModeLimitsWhatIsShared(Profile profile) {
    Exporter x = new Exporter(profile);
    Allocated a = x.alloc(1, NOSLEEP);
    x.opened = Prot.READ;
    assertEquals(Errno.EACCES, x.mmap(0, 1, a.cookie(), 0));
    assertEquals(1, x.answer, "the driver is not called");
    x.prot = Prot.READ;
    x.mapped(0, 1, a.cookie(), 0);
    assertEquals(Errno.EACCES, x.mprotect(0, 1, Exporter.RW));
  }

  @ParameterizedTest
  @EnumSource
  void whatHasBeenRefusedIsNotMapped(Profile profile) {
    Exporter x = new Exporter(profile);
    long cookie = x.alloc(1, NOSLEEP).cookie();
    assertEquals(Errno.ENXIO, x.mmap(0, 1, 0, 0));
    assertEquals(Errno.ENXIO, x.mmap(0, 1, cookie, 1));
    x.k.map(0, 1);
    x.k.munmap(0, 1);
    x.alloc.free(cookie);
    assertEquals(0, x.k.kernel.handles().size());
    x.k.map(x.proc, 0, 1, MappingKind.ANON_PRIVATE, Exporter.RW);
  }
}
