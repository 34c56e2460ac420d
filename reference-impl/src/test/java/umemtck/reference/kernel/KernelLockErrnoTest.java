package umemtck.reference.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static umemtck.reference.kernel.Locker.LONGTERM;
import static umemtck.reference.kernel.Locker.P1;
import static umemtck.reference.kernel.Locker.PAGE;
import static umemtck.reference.kernel.Locker.READ;
import static umemtck.reference.kernel.Locker.RW;
import static umemtck.reference.kernel.Locker.WRITE;
import static umemtck.reference.kernel.Locker.addr;
import static umemtck.reference.kernel.Locker.cookie;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.ddi.Outcome.Locked;
import umemtck.spec.ddi.Prot;
import umemtck.spec.subject.UmemCallbackOps;

/** Which errno a lock is refused with, and which comes first; the cookie is NULL each time. */
class KernelLockErrnoTest {
  private static final UmemCallbackOps OPS = Locker.calling(cookie -> {});
  private Locker k;

  private void refused(int errno, Locked got) {
    assertEquals(new Locked(errno, 0), got);
    assertEquals(0, k.used(), "nothing stays charged");
  }

  private void boot(Profile profile) {
    k = new Locker(profile);
    k.map(0, 4);
  }

  @ParameterizedTest
  @EnumSource
  void arguments(Profile profile) {
    boot(profile);
    for (int flags : new int[] {0, 8, READ | 8, READ | LONGTERM, WRITE | 0x80000000}) {
      refused(Errno.EINVAL, k.lock(0, 1, flags));
    }
    refused(Errno.EINVAL, k.lockBytes(addr(0) + 1, PAGE, READ));
    refused(Errno.EINVAL, k.lockBytes(addr(0) + PAGE / 2, PAGE, READ));
    refused(Errno.EINVAL, k.lockBytes(addr(0), PAGE + 1, READ));
    refused(Errno.EINVAL, k.lockBytes(addr(0), 1, READ));
  }

  @ParameterizedTest
  @EnumSource
  void argumentsOfLockmemory(Profile profile) {
    boot(profile);
    refused(Errno.EINVAL, k.lockmemory(0, 1, READ | 8, OPS, 0));
    refused(Errno.EINVAL, k.lockmemory(0, 1, LONGTERM, OPS, 0));
    refused(Errno.EINVAL, k.lockmemory(0, 1, READ | LONGTERM, null, 0));
    UmemCallbackOps noFunction = new UmemCallbackOps(1, null);
    refused(Errno.EINVAL, k.lockmemory(0, 1, READ | LONGTERM, noFunction, 0));
    cookie(k.lockmemory(0, 1, READ, noFunction, 0));
    cookie(k.lockmemory(0, 1, READ, null, 0));
    cookie(k.lockmemory(0, 1, READ | WRITE | LONGTERM, OPS, 0));
  }

  @ParameterizedTest
  @CsvSource({"0", "2", "-1"})
  void anotherVersion(int version) {
    boot(Profile.DOCUMENTED);
    refused(Errno.EINVAL, k.lockmemory(0, 1, READ, new UmemCallbackOps(version, c -> {}), 0));
    refused(Errno.EINVAL, k.lockmemory(0, 1, READ, new UmemCallbackOps(version, null), 0));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNotMapped(Profile profile) {
    boot(profile);
    k.map(5, 1);
    refused(Errno.EFAULT, k.lock(0, 0, READ));
    refused(Errno.EFAULT, k.lockBytes(0, 0, READ));
    refused(Errno.EFAULT, k.lock(4, 1, READ));
    refused(Errno.EFAULT, k.lock(3, 2, READ));
    refused(Errno.EFAULT, k.lock(3, 3, READ));
    refused(Errno.EFAULT, k.lock(-1, 2, READ));
    k.kernel.munmap(P1, addr(1), PAGE);
    refused(Errno.EFAULT, k.lock(0, 3, READ));
    cookie(k.lock(2, 2, READ));
  }

  @ParameterizedTest
  @EnumSource
  void kindsOfMappings(Profile profile) {
    boot(profile);
    for (MappingKind kind : MappingKind.values()) {
      k.map(P1, 10 + kind.ordinal(), 1, kind, RW);
      Locked lock = k.lock(10 + kind.ordinal(), 1, READ);
      Locked longterm = k.lockmemory(10 + kind.ordinal(), 1, READ | LONGTERM, OPS, 0);
      assertEquals(kind == MappingKind.NOT_LOCKABLE ? Errno.EFAULT : 0, lock.errno());
      boolean no = kind == MappingKind.NOT_LOCKABLE || kind == MappingKind.FILE_SHARED;
      assertEquals(no ? Errno.EFAULT : 0, longterm.errno());
    }
  }

  @ParameterizedTest
  @EnumSource
  void onlyTheRangeMatters(Profile profile) {
    boot(profile);
    k.map(P1, 4, 1, MappingKind.FILE_SHARED, RW);
    refused(Errno.EFAULT, k.lockmemory(2, 3, READ | LONGTERM, OPS, 0));
    cookie(k.lockmemory(2, 2, READ | LONGTERM, OPS, 0));
    cookie(k.lockmemory(2, 3, READ, OPS, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 13",
    "0, 2, 13",
    "1, 1, 0",
    "1, 2, 13",
    "1, 3, 13",
    "2, 1, 13",
    "2, 2, 0",
    "2, 3, 0",
    "3, 1, 0",
    "3, 3, 0"
  })
  void access(int prot, int flags, int errno) {
    boot(Profile.DOCUMENTED);
    k.map(P1, 4, 1, MappingKind.ANON_PRIVATE, prot);
    assertEquals(errno, k.lock(4, 1, flags).errno());
    assertEquals(errno, k.lock(2, 3, flags).errno(), "also behind pages that have the access");
  }

  @ParameterizedTest
  @EnumSource
  void theLimitComesBeforeTheAddressSpace(Profile profile) {
    boot(profile);
    k.limit(PAGE);
    refused(Errno.EINVAL, k.lockBytes(addr(20) + 1, 4 * PAGE, READ));
    refused(Errno.EINVAL, k.lockmemory(20, 4, READ | LONGTERM, null, 0));
    refused(Errno.ENOMEM, k.lock(20, 4, READ));
    refused(Errno.EFAULT, k.lock(20, 1, READ));
  }

  @ParameterizedTest
  @EnumSource
  void efaultComesBeforeEacces(Profile profile) {
    boot(profile);
    k.map(P1, 8, 1, MappingKind.ANON_PRIVATE, Prot.READ);
    refused(Errno.EFAULT, k.lock(8, 2, WRITE));
    k.map(P1, 9, 1, MappingKind.FILE_SHARED, RW);
    refused(Errno.EFAULT, k.lockmemory(8, 2, WRITE | LONGTERM, OPS, 0));
    refused(Errno.EACCES, k.lockmemory(8, 2, WRITE, OPS, 0));
  }
}
