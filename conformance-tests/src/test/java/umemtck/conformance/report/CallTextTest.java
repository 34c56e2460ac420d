package umemtck.conformance.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import umemtck.spec.ddi.BufFlag;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.CallbackVector;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.DataModel;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.Event;
import umemtck.spec.ddi.FaultyStep;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Prot;
import umemtck.spec.ddi.Resource;
import umemtck.spec.ddi.UmemFlag;
import umemtck.spec.ddi.UmemSetup;
import umemtck.spec.ddi.WorkerGate;
import umemtck.spec.subject.CookieRef;

/** Every call and every outcome, as one writes it in C. */
final class CallTextTest {
  private static final long A = 0x10002000;
  private static final CallbackVector NO_FUNCTION = new CallbackVector(true, 1, false);
  private static final CallbackVector OLD = new CallbackVector(true, 0, true);
  private static final Call ANY = new Call.PageOut();

  static Stream<Arguments> calls() {
    return Stream.of(
        row(new Call.UmemAlloc(16, 1), "ddi_umem_alloc(16, " + UmemFlag.text(1) + ", &cookie)"),
        row(new Call.UmemFree(0), "ddi_umem_free(NULL)"),
        row(new Call.MemoryFill(A, 4, 7), "memory_fill(0x10002000, 4 bytes, 0x07)"),
        row(new Call.MemoryMatches(A, 4, 7), "memory_matches(0x10002000, 4 bytes, 0x07)"),
        row(new Call.SetFree(Resource.SWAP, 2), "set_free(SWAP, 2)"),
        row(new Call.GetFree(Resource.SWAP), "get_free(SWAP)"),
        row(new Call.PageOut(), "page_out()"),
        row(new Call.IsResident(A), "is_resident(0x10002000)"),
        row(
            new Call.UmemLock(A, 8192, 1),
            "ddi_umem_lock(0x10002000, 8192, DDI_UMEMLOCK_READ, &cookie)"),
        row(
            new Call.UmemLock(0, -4096, 0),
            "ddi_umem_lock(NULL, 0xfffffffffffff000, 0x0, &cookie)"),
        row(new Call.UmemUnlock(0x240), "ddi_umem_unlock(0x240)"),
        row(
            new Call.UmemLockMemory(A, 8192, 6, CallbackVector.CLEANUP, 2),
            "umem_lockmemory(0x10002000, 8192, DDI_UMEMLOCK_WRITE|DDI_UMEMLOCK_LONGTERM, &cookie,"
                + " {1, cleanup}, proc 2)"),
        row(
            new Call.UmemLockMemory(A, 0, 1, CallbackVector.NONE, 0),
            "umem_lockmemory(0x10002000, 0, DDI_UMEMLOCK_READ, &cookie, NULL, NULL)"),
        row(
            new Call.UmemLockMemory(A, 0, 1, NO_FUNCTION, 0),
            "umem_lockmemory(0x10002000, 0, DDI_UMEMLOCK_READ, &cookie, {1, NULL}, NULL)"),
        row(
            new Call.UmemLockMemory(A, 0, 1, OLD, 0),
            "umem_lockmemory(0x10002000, 0, DDI_UMEMLOCK_READ, &cookie, {0, cleanup}, NULL)"),
        row(
            new Call.Mmap(1, A, 8192, MappingKind.FILE_SHARED, Prot.READ | Prot.WRITE),
            "mmap(proc 1, 0x10002000, 8192 bytes, FILE_SHARED, PROT_READ|PROT_WRITE)"),
        row(new Call.Munmap(2, A, 4096), "munmap(proc 2, 0x10002000, 4096 bytes)"),
        row(
            new Call.Mprotect(1, A, 4096, Prot.NONE),
            "mprotect(proc 1, 0x10002000, 4096 bytes, PROT_NONE)"),
        row(
            new Call.Mprotect(1, A, 4096, Prot.WRITE),
            "mprotect(proc 1, 0x10002000, 4096 bytes, PROT_WRITE)"),
        row(new Call.Exit(2), "exit(proc 2)"),
        row(new Call.NewProcess(3), "new_process(project 3)"),
        row(new Call.Vfork(1), "vfork(proc 1)"),
        row(new Call.NewProject(4), "new_project(zone 4)"),
        row(new Call.NewZone(), "new_zone()"),
        row(new Call.Settaskid(1, 3), "settaskid(proc 1, project 3)"),
        row(new Call.ZoneEnter(1, 4), "zone_enter(proc 1, zone 4)"),
        row(new Call.SetLimit(Holder.PROJECT, 3, 8192), "set_limit(project 3, 8192)"),
        row(new Call.SetLimit(Holder.ZONE, 4, -1), "set_limit(zone 4, UINT64_MAX)"),
        row(new Call.GetLimit(Holder.ZONE, 4), "get_limit(zone 4)"),
        row(new Call.GetLocked(Holder.PROCESS, 1), "get_locked(proc 1)"),
        row(new Call.Mlock(1, A, 4096), "mlock(proc 1, 0x10002000, 4096 bytes)"),
        row(new Call.Munlock(1, A, 4096), "munlock(proc 1, 0x10002000, 4096 bytes)"),
        row(new Call.IsUserResident(1, A), "is_user_resident(proc 1, 0x10002000)"),
        row(new Call.FailNext(FaultyStep.PAGE_LOCK, Errno.EAGAIN), "fail_next(PAGE_LOCK, EAGAIN)"),
        row(new Call.GateWorker(WorkerGate.STEP), "gate_worker(STEP)"),
        row(
            setup(0x80, -16, 32, BufFlag.B_READ, 0),
            setup("0x80, -16, 32, B_READ", "DDI_UMEM_SLEEP")),
        row(
            setup(0, 1L << 40, -16, 0x140, 1),
            setup("NULL, 0x10000000000, 0xfffffffffffffff0, B_READ|B_WRITE", "DDI_UMEM_NOSLEEP")),
        row(
            setup(0x80, Long.MIN_VALUE, 0, BufFlag.B_WRITE, 2),
            setup("0x80, 0x8000000000000000, 0, B_WRITE", "2")),
        row(setup(0x80, 0, 0, 3, 0), setup("0x80, 0, 0, 0x3", "DDI_UMEM_SLEEP")),
        row(new Call.Freerbuf(0x5080), "freerbuf(0x5080)"),
        row(new Call.GetBuf(0x5080), "get_buf(0x5080)"),
        row(new Call.Strategy(0x5080, 7), "strategy(0x5080, 0x07)"),
        row(
            maps(Prot.READ | Prot.WRITE, 1, 3, setup(0x80, 0, 8192, Prot.ALL, 0, 0), null, 0, 0),
            "mmap(proc 1, 0x10002000, 8192 bytes) of a device {"
                + " devmap_umem_setup(dhp, NULL, 0x80, 0, 8192, PROT_ALL, 0) }"),
        row(
            maps(Prot.READ, 2, 3, setup(0, -4096, -1, 3, 0x80003, 3), null, -1, 0),
            "mmap(proc 1, 0x10002000, 8192 bytes, PROT_READ, MAP_PRIVATE) of a device {"
                + " devmap_umem_setup(dhp, {devmap_map, devmap_access}, NULL, -4096,"
                + " 0xffffffffffffffff, PROT_READ|PROT_WRITE,"
                + " DEVMAP_MAPPING_INVALID|DEVMAP_ALLOW_REMAP|0x80000); return -1 }"),
        row(
            maps(
                Prot.NONE,
                1,
                Prot.READ,
                setup(0x80, 4096, 8192, Prot.USER | Prot.EXEC, 0x70004, 1),
                setup(0x80, 0, 8192, 0x40, 0x40, 2),
                0,
                Errno.ENXIO),
            "mmap(proc 1, 0x10002000, 8192 bytes, PROT_NONE) of a device opened with PROT_READ {"
                + " devmap_umem_setup(dhp, {devmap_map}, 0x80, 4096, 8192, PROT_EXEC|PROT_USER,"
                + " DEVMAP_USE_PAGESIZE|IOMEM_DATA_CACHED|IOMEM_DATA_UC_WR_COMBINE"
                + "|IOMEM_DATA_UNCACHED);"
                + " devmap_umem_setup(dhp, {devmap_access}, 0x80, 0, 8192, 0x40, 0x40);"
                + " devmap_map returns ENXIO }"),
        row(
            new Call.DevmapUmemRemap(0x9000, 0x80, 4096, 8192, Prot.ALL, 0),
            "devmap_umem_remap(0x9000, 0x80, 4096, 8192, PROT_ALL, 0)"),
        row(
            new Call.DevmapUmemRemap(0x9000, 0, Long.MIN_VALUE, -4096, Prot.USER, 2),
            "devmap_umem_remap(0x9000, NULL, 0x8000000000000000, 0xfffffffffffff000, PROT_USER,"
                + " DEVMAP_ALLOW_REMAP)"),
        row(
            new Call.DevmapMprotect(2, A, 4096, Prot.READ),
            "mprotect(proc 2, 0x10002000, 4096 bytes, PROT_READ) of a device"),
        row(new Call.Fork(2), "fork(proc 2)"),
        row(
            new Call.SetDataModel(2, DataModel.DDI_MODEL_ILP32),
            "set_data_model(proc 2, DDI_MODEL_ILP32)"),
        row(
            new Call.SharedMmap(2, A, 8192, 4096, Prot.READ | Prot.WRITE),
            "shared_mmap(proc 2, 0x10002000, 8192 bytes, offset 4096)"),
        row(new Call.SharedDetach(), "shared_detach()"),
        row(new Call.SharedFill(4096, 4, 7), "shared_fill(offset 4096, 4 bytes, 0x07)"),
        row(new Call.SharedMatches(0, 4, 7), "shared_matches(offset 0, 4 bytes, 0x07)"),
        row(new Call.UserFill(1, A, 4, 7), "user_fill(proc 1, 0x10002000, 4 bytes, 0x07)"),
        row(new Call.UserMatches(2, A, 4, 7), "user_matches(proc 2, 0x10002000, 4 bytes, 0x07)"));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void a_call(Call call, String text) {
    assertEquals(text, CallText.of(call));
  }

  @Test
  void no_call_is_missing_above() {
    assertEquals(
        Set.of(Call.class.getPermittedSubclasses()),
        calls().map(row -> row.get()[0].getClass()).collect(Collectors.toSet()));
  }

  static Stream<Arguments> outcomes() {
    return Stream.of(
        row(ANY, Outcome.Done.INSTANCE, "returned"),
        row(ANY, new Outcome.Panicked("no"), "panicked, saying: no"),
        row(ANY, new Outcome.Allocated(A, 5), "0x10002000, cookie 0x5"),
        row(ANY, new Outcome.Allocated(0, CookieRef.POISON), "NULL, cookie left unset"),
        row(ANY, new Outcome.Locked(0, 0x240), "0, cookie 0x240"),
        row(ANY, new Outcome.Locked(Errno.ENOMEM, 0), "ENOMEM, cookie NULL"),
        row(ANY, new Outcome.Locked(99, CookieRef.POISON), "errno 99, cookie left unset"),
        row(ANY, new Outcome.Result(0), "0"),
        row(ANY, new Outcome.Result(Errno.EAGAIN), "EAGAIN"),
        row(ANY, new Outcome.Created(2), "2"),
        row(ANY, new Outcome.SetUp(0), "NULL"),
        row(ANY, new Outcome.SetUp(0x5080), "0x5080"),
        row(
            ANY,
            new Outcome.Fields(0x61, 16, 1, 2, 3, A, 0),
            "flags 0x61, count 16, dev 0x1, blkno 0x2, iodone 0x3, addr 0x10002000, no proc"),
        row(
            ANY,
            new Outcome.Fields(0x200121, -16, 1, 2, 3, A, 4),
            "flags 0x200121, count 0xfffffffffffffff0, dev 0x1, blkno 0x2, iodone 0x3,"
                + " addr 0x10002000, proc 4"),
        row(ANY, Outcome.Matched.ALL, "every byte"),
        row(ANY, new Outcome.Matched(3, 7), "byte 3 is 0x07"),
        row(ANY, new Outcome.Amount(-1), "-1"),
        row(ANY, new Outcome.Mapped(0, 0, 1, 0x5000, 0, 0, 0), "0, handle 0x5000"),
        row(
            ANY,
            new Outcome.Mapped(0, 0, -1, 0x5000, DataModel.DDI_MODEL_LP64, 3, 0),
            "0, handle 0x5000, devmap_umem_setup answered 0 and -1, DDI_MODEL_LP64,"
                + " called devmap_map, devmap_access"),
        row(
            ANY,
            new Outcome.Mapped(Errno.ENXIO, -1, 1, 0, DataModel.DDI_MODEL_ILP32, 0, 1),
            "ENXIO, devmap_umem_setup answered -1, DDI_MODEL_ILP32, called devmap_map of what was"
                + " put in later"),
        row(
            ANY,
            new Outcome.Mapped(Errno.EINVAL, 0, 1, 0, 0, 0, 2),
            "EINVAL, devmap_umem_setup answered 0, called devmap_access of what was put in later"),
        row(ANY, new Outcome.Mapped(99, 1, 1, 0, 0, 0, 0), "errno 99, the entry was not called"),
        row(
            ANY,
            new Outcome.Mapped(0, 1, 1, 0, 0, 0, 0),
            "0, handle NULL, the entry was not called"),
        row(ANY, new Outcome.Signalled(10), "SIGBUS"),
        row(ANY, new Outcome.Signalled(11), "SIGSEGV"),
        row(ANY, new Outcome.Signalled(9), "signal 9"),
        row(new Call.SharedDetach(), new Outcome.Result(-1), "-1"),
        row(new Call.SharedDetach(), new Outcome.Result(Errno.ENXIO), "6"),
        row(
            new Call.DevmapUmemRemap(0x5000, 0x80, 0, 8192, Prot.ALL, 0),
            new Outcome.Result(-1),
            "-1"),
        row(new Call.SharedMmap(2, A, 8192, 0, 3), new Outcome.Result(Errno.ENXIO), "ENXIO"),
        row(new Call.DevmapMprotect(2, A, 4096, 1), new Outcome.Result(Errno.EACCES), "EACCES"),
        row(new Call.GetLimit(Holder.ZONE, 0), new Outcome.Amount(-1), "UINT64_MAX"),
        row(new Call.GetLocked(Holder.ZONE, 0), new Outcome.Amount(-4096), "0xfffffffffffff000"));
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void an_outcome(Call call, Outcome outcome, String text) {
    assertEquals(text, CallText.of(call, outcome));
  }

  @Test
  void by_whom_and_where_unless_it_is_the_process_of_boot_in_user_context() {
    Call exit = new Call.Exit(3);
    assertEquals("exit(proc 3)", CallText.of(new Event.Invoked(1, Context.USER, exit)));
    assertEquals(
        "exit(proc 3)  [by proc 2]", CallText.of(new Event.Invoked(1, 2, Context.USER, exit)));
    assertEquals(
        "exit(proc 3)  [INTERRUPT context]",
        CallText.of(new Event.Invoked(1, Context.INTERRUPT, exit)));
    assertEquals(
        "exit(proc 3)  [by proc 2, KERNEL context]",
        CallText.of(new Event.Invoked(1, 2, Context.KERNEL, exit)));
  }

  private static Call setup(long cookie, long off, long len, int direction, int sleepflag) {
    return new Call.UmemIosetup(cookie, off, len, direction, 1, 2, 3, sleepflag);
  }

  private static String setup(String asked, String sleepflag) {
    return "ddi_umem_iosetup(" + asked + ", dev, blkno, iodone, " + sleepflag + ")";
  }

  /** Of two pages, by process 1. */
  private static Call maps(
      int prot, int share, int opened, UmemSetup setup, UmemSetup again, int entry, int map) {
    return new Call.DevmapUmemSetup(1, A, 8192, prot, share, opened, setup, again, entry, map);
  }

  private static UmemSetup setup(
      long cookie, long koff, long len, int maxprot, int flags, int callbacks) {
    return new UmemSetup(cookie, koff, len, maxprot, flags, callbacks);
  }

  private static Arguments row(Object... of) {
    return Arguments.of(of);
  }
}
