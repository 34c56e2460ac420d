package umemtck.reference.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static umemtck.reference.Caller.NOSLEEP;
import static umemtck.reference.Caller.PAGEABLE;
import static umemtck.reference.kernel.Locker.P1;
import static umemtck.reference.kernel.Locker.PAGE;
import static umemtck.reference.kernel.Locker.READ;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import umemtck.spec.Profile;
import umemtck.spec.ddi.DataModel;
import umemtck.spec.ddi.DevmapFlag;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.ddi.Outcome.Allocated;
import umemtck.spec.ddi.Prot;

/** A forked child has a copy of the address space; devices and what is shared are the same. */
class KernelForkTest {

  private static int seenBy(Exporter x, long proc, long page) {
    x.proc = proc;
    return x.seen(page);
  }

  private static void storedBy(Exporter x, long proc, long page, int value) {
    x.proc = proc;
    x.store(page, value);
  }

  @ParameterizedTest
  @EnumSource
  void aDeviceIsTheSame(Profile profile) {
    Exporter x = new Exporter(profile);
    Allocated a = x.alloc(3, NOSLEEP | PAGEABLE);
    x.mapped(0, 2, a.cookie(), 1);
    x.store(0, 4);
    long child = x.k.kernel.fork(P1);
    assertEquals(4, seenBy(x, child, 0));
    storedBy(x, child, 1, 5);
    assertEquals(5, x.driverSees(a, 2));
    assertEquals(5, seenBy(x, P1, 1));
    storedBy(x, P1, 0, 6);
    assertEquals(6, seenBy(x, child, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "ANON_PRIVATE, 3",
    "FILE_PRIVATE, 3",
    "ANON_SHARED, 9",
    "FILE_SHARED, 9",
    "SHARED_MEMORY, 9",
    "DEVICE, 9",
    "NOT_LOCKABLE, 9"
  })
  void whatIsPrivateIsCopied(MappingKind kind, int seen) {
    Exporter x = new Exporter(Profile.DOCUMENTED);
    x.k.map(P1, 0, 1, kind, Exporter.RW);
    x.store(0, 3);
    long child = x.k.kernel.fork(P1);
    assertEquals(3, seenBy(x, child, 0));
    storedBy(x, child, 0, 9);
    assertEquals(seen, seenBy(x, P1, 0));
    assertTrue(x.k.munmap(0, 1).isDone());
    assertEquals(9, seenBy(x, child, 0));
  }

  @ParameterizedTest
  @EnumSource
  void sharedPagesAreInMemoryOnce(Profile profile) {
    Exporter x = new Exporter(profile);
    x.k.map(P1, 0, 2, MappingKind.ANON_SHARED, Exporter.RW);
    long child = x.k.kernel.fork(P1);
    x.k.unlock(x.k.locked(0, 2));
    assertTrue(x.k.kernel.isUserResident(child, Locker.addr(1)));
    assertEquals(2, x.k.kernel.pageOut());
    x.k.kernel.enterProc(child);
    long lock = x.k.locked(0, 1);
    assertEquals(0, x.k.kernel.pageOut(), "whoever has locked it");
    assertTrue(x.k.munmap(0, 2).isDone(), "the parent has locked nothing");
    assertEquals(0, x.k.kernel.pageOut());
    x.k.unlock(lock);
    assertEquals(1, x.k.kernel.pageOut());
  }

  @Test
  void mlockIsNotInherited() {
    Exporter x = new Exporter(Profile.ILLUMOS);
    x.k.map(0, 1);
    x.mapped(1, 1, x.alloc(1, NOSLEEP | PAGEABLE).cookie(), 0);
    x.k.kernel.mlock(P1, Locker.addr(0), 2 * PAGE);
    long child = x.k.kernel.fork(P1);
    assertEquals(0, x.k.used(Holder.PROCESS, child));
    assertTrue(x.k.exit(child).isDone());
    assertEquals(2, x.k.used());
    assertEquals(0, x.k.kernel.pageOut());
    assertTrue(x.k.munmap(0, 2).isDone());
    assertEquals(1, x.k.kernel.pageOut());
  }

  @ParameterizedTest
  @EnumSource
  void theChildIsOneOfItsParentsProjectAndModel(Profile profile) {
    Exporter x = new Exporter(profile);
    long project = x.k.kernel.newProject(0);
    long parent = x.k.kernel.newProcess(project);
    x.k.kernel.setDataModel(parent, DataModel.DDI_MODEL_ILP32);
    x.k.map(parent, 0, 1, MappingKind.ANON_PRIVATE, READ);
    long child = x.k.kernel.fork(parent);
    x.k.kernel.enterProc(child);
    assertEquals(DataModel.DDI_MODEL_ILP32, x.k.kernel.ddi_mmap_get_model());
    assertEquals(Errno.EACCES, x.k.lock(0, 1, Locker.WRITE).errno());
    x.k.kernel.setLimit(Holder.PROJECT, project, PAGE);
    x.k.locked(0, 1);
    assertEquals(1, x.k.used(Holder.PROJECT, project));
    assertEquals(1, x.k.used(Holder.PROCESS, child));
    assertTrue(x.k.exit(parent).isDone(), "the child has the lock");
    assertFalse(x.k.exit(child).isDone());
  }

  @ParameterizedTest
  @EnumSource
  void theChildsMappingHasAHandleOfItsOwn(Profile profile) {
    Exporter x = new Exporter(profile);
    Allocated a = x.alloc(2, NOSLEEP);
    Allocated b = x.alloc(2, NOSLEEP);
    x.driverStores(a, 2, 10);
    x.driverStores(b, 2, 20);
    Callbacks all = new Callbacks();
    x.ops = all.all();
    x.flags = DevmapFlag.DEVMAP_ALLOW_REMAP;
    long dhp = x.mapped(0, 2, a.cookie(), 0);
    long child = x.k.kernel.fork(P1);
    String[] dup = all.last().split(" ");
    assertEquals("dup " + Callbacks.name(dhp), dup[0] + " " + dup[1]);
    assertEquals(0, x.remap(dhp, b.cookie(), 0, 2 * PAGE));
    assertEquals(20, seenBy(x, P1, 0));
    assertEquals(10, seenBy(x, child, 0));
    assertEquals(0, x.remap(Long.parseLong(dup[2], 16), b.cookie(), 0, 2 * PAGE));
    assertEquals(20, seenBy(x, child, 0));
    x.k.kernel.exit(child);
    assertEquals("unmap " + dup[2] + " 0 2 0 0", all.last());
    assertEquals(20, seenBy(x, P1, 0));
  }

  @ParameterizedTest
  @EnumSource
  void protectionsGoAlong(Profile profile) {
    Exporter x = new Exporter(profile);
    x.prot = READ;
    x.maxprot = Prot.READ | Prot.WRITE | Prot.USER;
    x.mapped(0, 3, x.alloc(3, NOSLEEP).cookie(), 0);
    assertEquals(0, x.mprotect(1, 1, Exporter.RW));
    long child = x.k.kernel.fork(P1);
    x.k.kernel.enterProc(child);
    assertEquals(0, x.k.lock(1, 1, Locker.WRITE).errno());
    assertEquals(Errno.EACCES, x.k.lock(0, 1, Locker.WRITE).errno());
    x.proc = child;
    assertEquals(0, x.mprotect(0, 1, Exporter.RW));
    assertEquals(Errno.EACCES, x.mprotect(0, 1, Prot.EXEC));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsLeftOfAMappingIsForked(Profile profile) {
    Exporter x = new Exporter(profile);
    Allocated a = x.alloc(3, NOSLEEP);
    x.driverStores(a, 3, 50);
    x.mapped(0, 3, a.cookie(), 0);
    x.k.munmap(1, 1);
    long child = x.k.kernel.fork(P1);
    assertEquals(50, seenBy(x, child, 0));
    assertEquals(52, seenBy(x, child, 2));
    x.k.map(child, 1, 1, MappingKind.ANON_PRIVATE, Exporter.RW);
    assertTrue(x.k.exit(child).isDone());
    assertTrue(x.k.munmap(0, 1).isDone());
    assertEquals(52, seenBy(x, P1, 2));
  }

  @ParameterizedTest
  @EnumSource
  void mappingsOfOthersAreNotForked(Profile profile) {
    Exporter x = new Exporter(profile);
    Allocated a = x.alloc(1, NOSLEEP);
    x.proc = x.k.kernel.newProcess(0);
    x.mapped(5, 1, a.cookie(), 0);
    long child = x.k.kernel.fork(P1);
    x.k.map(child, 5, 1, MappingKind.ANON_PRIVATE, Exporter.RW);
    assertEquals(1, x.k.kernel.handles().size());
  }

  @Test
  void whoHasUnmappedASharedPageIsForgotten() {
    Exporter x = new Exporter(Profile.DOCUMENTED);
    x.k.map(P1, 0, 1, MappingKind.SHARED_MEMORY, Exporter.RW);
    long child = x.k.kernel.fork(P1);
    UserPage page = x.k.kernel.proc(child).space().page(Locker.addr(0) / PAGE);
    assertEquals(2, page.frame().mappedBy().size());
    assertTrue(x.k.munmap(0, 1).isDone());
    assertEquals(List.of(page), page.frame().mappedBy());
  }
}
