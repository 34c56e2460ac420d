package umemtck.reference.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static umemtck.reference.Caller.NOSLEEP;
import static umemtck.reference.Caller.PAGEABLE;
import static umemtck.reference.kernel.Locker.PAGE;
import static umemtck.reference.kernel.Locker.READ;

import java.util.function.IntSupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import umemtck.spec.Profile;
import umemtck.spec.ddi.DataModel;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.MapFlag;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.ddi.Outcome.Allocated;
import umemtck.spec.ddi.Prot;
import umemtck.spec.subject.DeviceEntries;
import umemtck.spec.subject.UserFault;

/** An mmap of a device goes through its driver's entries; what fails leaves nothing mapped. */
class KernelDeviceTest {
  private Exporter x;
  private Allocated memory;

  private void boot(Profile profile) {
    x = new Exporter(profile);
    memory = x.alloc(4, NOSLEEP);
    x.driverStores(memory, 4, 10);
  }

  /** Nothing is mapped there, and the machine does not think that the memory is mapped. */
  private void nothingIsLeft() {
    assertEquals(0, x.k.kernel.handles().size());
    x.k.map(0, 2);
    assertTrue(x.k.munmap(0, 2).isDone());
    x.share = MapFlag.MAP_SHARED;
    x.opened = Exporter.RW;
    x.mapped(0, 2, memory.cookie(), 0);
    assertEquals(10, x.seen(0));
    x.k.munmap(0, 2);
    x.alloc.free(memory);
  }

  @ParameterizedTest
  @CsvSource({"-1", "1", "6", "13", "22", "2147483647"})
  void whateverTheEntryReturnsIsEnxio(int entry) {
    for (Profile profile : Profile.values()) {
      boot(profile);
      int errno =
          x.mmap(
              0,
              2,
              (h, off, len, model) -> {
                assertEquals(0, x.setup(h, memory.cookie(), 0, len));
                return entry;
              });
      assertEquals(Errno.ENXIO, errno);
      nothingIsLeft();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatTheEntryIsGiven(Profile profile) {
    boot(profile);
    x.off = 3 * PAGE;
    long[] given = new long[3];
    x.mmap(
        0,
        2,
        (h, off, len, model) -> {
          given[0] = off;
          given[1] = len;
          given[2] = h;
          return x.setup(h, memory.cookie(), 0, len);
        });
    assertEquals(3 * PAGE, given[0]);
    assertEquals(2 * PAGE, given[1]);
    long first = given[2];
    assertNotEquals(first, x.mapped(4, 1, memory.cookie(), 0));
  }

  @ParameterizedTest
  @EnumSource
  void aMappingThatIsNotSetUpWhole(Profile profile) {
    boot(profile);
    assertEquals(Errno.ENXIO, x.mmap(0, 2, (h, off, len, model) -> 0));
    assertEquals(Errno.ENXIO, x.mmap(0, 2, memory.cookie(), 0, PAGE));
    assertEquals(Errno.ENXIO, x.mmap(0, 2, memory.cookie(), 0, 3 * PAGE));
    nothingIsLeft();
  }

  @ParameterizedTest
  @EnumSource
  void privateNeedsAnAccessFunction(Profile profile) {
    boot(profile);
    x.share = MapFlag.MAP_PRIVATE;
    assertEquals(Errno.EINVAL, x.mmap(0, 2, memory.cookie(), 0));
    assertEquals(Errno.ENXIO, x.mmap(0, 2, memory.cookie(), 3), "the entry comes first");
    x.ops = new Callbacks().accessAnswers(0);
    x.opened = Prot.READ;
    x.mapped(4, 2, memory.cookie(), 0);
    x.k.munmap(4, 2);
    nothingIsLeft();
  }

  @ParameterizedTest
  @EnumSource
  void theMapFunctionIsCalledOnceAndMayRefuse(Profile profile) {
    boot(profile);
    Callbacks all = new Callbacks();
    x.ops = all.mapAnswers(0);
    x.mapped(0, 2, memory.cookie(), 0);
    assertEquals("map " + Callbacks.name(x.dhp), all.said());
    x.k.munmap(0, 2);
    all = new Callbacks();
    x.ops = all.mapAnswers(77);
    assertEquals(77, x.mmap(0, 2, memory.cookie(), 0));
    assertEquals("map " + Callbacks.name(x.dhp), all.said());
    assertEquals(Errno.ENXIO, x.mmap(0, 2, memory.cookie(), 3));
    assertEquals(1, all.count(), "a setup that fails calls nobody");
    x.ops = null;
    nothingIsLeft();
  }

  @ParameterizedTest
  @EnumSource
  void theFunctionsAreCopied(Profile profile) {
    boot(profile);
    Callbacks old = new Callbacks();
    Callbacks stale = new Callbacks();
    x.ops = old.all();
    x.mmap(
        0,
        2,
        (h, off, len, model) -> {
          int answer = x.setup(h, memory.cookie(), 0, len);
          stale.into(x.ops);
          return answer;
        });
    x.seen(0);
    x.k.kernel.fork(Locker.P1);
    x.k.munmap(0, 2);
    assertEquals(4, old.count(), old.said());
    assertEquals(0, stale.count(), stale.said());
  }

  @ParameterizedTest
  @EnumSource
  void accessIsCalledAtTheFirstTouchOfAPage(Profile profile) {
    boot(profile);
    Callbacks all = new Callbacks();
    x.ops = all.accessAnswers(0);
    x.mapped(0, 2, memory.cookie(), 0);
    assertEquals(0, all.count());
    x.seen(0);
    x.seen(0);
    x.store(0, 1);
    assertEquals("access " + Callbacks.name(x.dhp), all.said());
    x.k.kernel.load(x.proc, Locker.addr(0), 2 * PAGE);
    assertEquals(2, all.count());
    x.k.locked(0, 2);
    assertEquals(2, all.count());
  }

  @ParameterizedTest
  @EnumSource
  void aTouchThatTheDriverRefusesEndsInASignal(Profile profile) {
    boot(profile);
    x.ops = new Callbacks().accessAnswers(5);
    x.mapped(0, 2, memory.cookie(), 0);
    assertEquals(10, assertThrows(UserFault.class, () -> x.store(1, 3)).signal());
    assertEquals(11, x.driverSees(memory, 1));
  }

  @ParameterizedTest
  @EnumSource
  void aTouchAfterAPageOutCallsAgain(Profile profile) {
    boot(profile);
    Callbacks all = new Callbacks();
    x.ops = all.accessAnswers(0);
    Allocated pageable = x.alloc(1, NOSLEEP | PAGEABLE);
    x.mapped(8, 1, pageable.cookie(), 0);
    x.store(8, 3);
    x.k.kernel.pageOut();
    assertEquals(3, x.seen(8));
    assertEquals(2, all.count());
  }

  @ParameterizedTest
  @EnumSource
  void segmapDecides(Profile profile) {
    boot(profile);
    assertEquals(44, x.mmap(0, 2, segmap(setup -> 44)));
    assertEquals(0, x.mmap(0, 2, segmap(setup -> 0)), "it maps nothing");
    Callbacks all = new Callbacks();
    x.ops = all.all();
    assertEquals(45, x.mmap(0, 2, segmap(setup -> setup.getAsInt() + 45)));
    assertEquals(2, all.count(), all.said());
    x.ops = null;
    nothingIsLeft();
  }

  private interface Segmap {
    int of(IntSupplier devmap_setup);
  }

  private DeviceEntries segmap(Segmap how) {
    return new DeviceEntries() {
      @Override
      public int segmap(IntSupplier devmap_setup) {
        return how.of(devmap_setup);
      }

      @Override
      public int devmap(long dhp, long off, long len, int model) {
        return x.setup(dhp, memory.cookie(), 0, len);
      }
    };
  }

  @ParameterizedTest
  @EnumSource
  void whereSomethingIsMappedAlready(Profile profile) {
    boot(profile);
    x.k.map(1, 1);
    assertEquals(Errno.ENOMEM, x.mmap(0, 2, memory.cookie(), 0));
    x.k.munmap(1, 1);
    nothingIsLeft();
  }

  @ParameterizedTest
  @EnumSource
  void mprotectStaysWithinMaxprot(Profile profile) {
    boot(profile);
    x.prot = READ;
    x.maxprot = Prot.READ | Prot.USER;
    x.mapped(0, 2, memory.cookie(), 0);
    x.maxprot = Prot.ALL;
    x.mapped(2, 2, memory.cookie(), 2);
    assertEquals(0, x.mprotect(2, 2, Exporter.RW));
    assertEquals(Errno.EACCES, x.mprotect(0, 4, Exporter.RW));
    assertEquals(Errno.EACCES, x.mprotect(1, 1, Prot.WRITE));
    assertEquals(0, x.mprotect(0, 2, Prot.NONE));
    assertEquals(0, x.mprotect(0, 1, READ));
    assertEquals(Errno.EACCES, x.k.lock(0, 1, Locker.WRITE).errno());
    assertEquals(0, x.k.lock(2, 2, Locker.WRITE).errno());
    assertThrows(IllegalArgumentException.class, () -> x.mprotect(3, 2, READ));
    x.k.map(4, 1);
    assertThrows(IllegalArgumentException.class, () -> x.mprotect(4, 1, READ));
  }

  @ParameterizedTest
  @EnumSource
  void theModelOfTheApplicationThatMaps(Profile profile) {
    boot(profile);
    long other = x.k.kernel.newProcess(0);
    x.k.kernel.setDataModel(other, DataModel.DDI_MODEL_ILP32);
    long vforked = x.k.kernel.vfork(other);
    assertEquals(DataModel.DDI_MODEL_LP64, modelOf(Locker.P1, 0));
    assertEquals(DataModel.DDI_MODEL_ILP32, modelOf(other, 0));
    assertEquals(DataModel.DDI_MODEL_ILP32, modelOf(vforked, 1));
    x.k.kernel.setDataModel(other, DataModel.DDI_MODEL_LP64);
    assertEquals(DataModel.DDI_MODEL_LP64, modelOf(other, 2));
    assertEquals(Locker.P1, x.k.kernel.current(), "the thread is back in its process");
  }

  private int modelOf(long proc, long page) {
    x.proc = proc;
    int[] asked = new int[2];
    x.mmap(
        page,
        1,
        (h, off, len, model) -> {
          asked[0] = x.k.kernel.ddi_mmap_get_model();
          asked[1] = model;
          return x.setup(h, memory.cookie(), 0, len);
        });
    assertEquals(asked[0], asked[1]);
    return asked[0];
  }

  @ParameterizedTest
  @EnumSource
  void whatIsLeftOfAMappingHasNewHandles(Profile profile) {
    boot(profile);
    Callbacks all = new Callbacks();
    x.ops = all.all();
    x.off = 100 * PAGE;
    String whole = Callbacks.name(x.mapped(0, 4, memory.cookie(), 0));
    x.seen(0);
    x.k.munmap(1, 2);
    String[] parts = all.last().split(" ");
    assertEquals(
        "unmap " + whole + " 101 2", String.join(" ", parts[0], parts[1], parts[2], parts[3]));
    assertEquals(2, x.k.kernel.handles().size());
    assertEquals(10, x.seen(0));
    assertEquals(13, x.seen(3));
    x.k.munmap(3, 1);
    assertEquals("unmap " + parts[5] + " 103 1 0 0", all.last());
    x.k.kernel.munmap(x.proc, Locker.addr(0), PAGE);
    assertEquals("unmap " + parts[4] + " 100 1 0 0", all.last());
    x.alloc.free(memory);
  }

  @ParameterizedTest
  @EnumSource
  void anExitUnmapsAll(Profile profile) {
    boot(profile);
    Callbacks all = new Callbacks();
    x.ops = all.all();
    long child = x.k.kernel.newProcess(0);
    x.proc = child;
    x.mapped(0, 2, memory.cookie(), 0);
    x.mapped(4, 1, memory.cookie(), 0);
    assertTrue(x.k.exit(x.k.kernel.vfork(child)).isDone(), "it only borrows");
    assertEquals(2, x.k.kernel.handles().size());
    assertTrue(x.k.exit(child).isDone());
    assertEquals(4, all.count(), all.said());
    x.alloc.free(memory);
  }

  @ParameterizedTest
  @EnumSource
  void aProcessThatIsLeavingMapsNothing(Profile profile) {
    boot(profile);
    long child = x.k.kernel.newProcess(0);
    x.k.map(child, 20, 1, MappingKind.ANON_PRIVATE, Exporter.RW);
    x.k.kernel.enterProc(child);
    long lock = x.k.locked(20, 1);
    var exit = x.k.exit(child);
    assertFalse(exit.isDone());
    x.proc = child;
    assertEquals(Errno.ENOMEM, x.mmap(0, 1, memory.cookie(), 0));
    x.k.unlock(lock);
    assertTrue(exit.isDone());
    x.alloc.free(memory);
  }
}
