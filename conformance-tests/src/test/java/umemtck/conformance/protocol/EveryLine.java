package umemtck.conformance.protocol;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import umemtck.conformance.protocol.Request.Ask;
import umemtck.conformance.protocol.Request.Make;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.CallbackVector;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.DataModel;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.FaultyStep;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Resource;
import umemtck.spec.ddi.UmemSetup;
import umemtck.spec.ddi.WorkerGate;

/** Every kind of request and of reply, with the values that take the most room. */
final class EveryLine {
  private static final long MAX = -1L;
  private static final int INT = Integer.MIN_VALUE;

  /** Each kind of call, and an answer to it: those with the fewest fields. */
  static final Map<Call, Outcome.Returned> CALLS = calls();

  /** Calls and answers with fields that are not always there. */
  static final List<Map.Entry<Call, Outcome.Returned>> FULLER = fuller();

  private EveryLine() {}

  private static Map<Call, Outcome.Returned> calls() {
    Map<Call, Outcome.Returned> all = new LinkedHashMap<>();
    Outcome.Returned done = Outcome.Done.INSTANCE;
    Outcome.Returned amount = new Outcome.Amount(MAX);
    Outcome.Returned locked = new Outcome.Locked(Errno.EAGAIN, MAX);
    Outcome.Returned result = new Outcome.Result(Integer.MAX_VALUE);
    Outcome.Returned created = new Outcome.Created(MAX);
    all.put(new Call.UmemAlloc(MAX, INT), new Outcome.Allocated(MAX, MAX));
    all.put(new Call.UmemFree(MAX), done);
    all.put(new Call.MemoryFill(MAX, MAX, 255), done);
    all.put(new Call.MemoryMatches(MAX, MAX, 254), new Outcome.Matched(Long.MAX_VALUE, 255));
    all.put(new Call.SetFree(Resource.COOKIES, MAX), done);
    all.put(new Call.GetFree(Resource.ADDRESS), amount);
    all.put(new Call.PageOut(), amount);
    all.put(new Call.IsResident(MAX), new Outcome.Amount(1));
    all.put(new Call.UmemLock(MAX, MAX, INT), locked);
    all.put(new Call.UmemUnlock(MAX), done);
    all.put(
        new Call.UmemLockMemory(MAX, MAX, INT, new CallbackVector(true, INT, true), MAX),
        new Outcome.Locked(0, 0));
    all.put(new Call.Mmap(MAX, MAX, MAX, MappingKind.SHARED_MEMORY, 3), done);
    all.put(new Call.Munmap(MAX, MAX, MAX), done);
    all.put(new Call.Mprotect(MAX, MAX, MAX, 3), done);
    all.put(new Call.Exit(MAX), done);
    all.put(new Call.NewProcess(MAX), created);
    all.put(new Call.Vfork(MAX), created);
    all.put(new Call.NewProject(MAX), created);
    all.put(new Call.NewZone(), created);
    all.put(new Call.Settaskid(MAX, MAX), result);
    all.put(new Call.ZoneEnter(MAX, MAX), new Outcome.Result(0));
    all.put(new Call.SetLimit(Holder.PROJECT, MAX, MAX), done);
    all.put(new Call.GetLimit(Holder.ZONE, MAX), amount);
    all.put(new Call.GetLocked(Holder.PROCESS, MAX), amount);
    all.put(new Call.Mlock(MAX, MAX, MAX), new Outcome.Result(Errno.ENOMEM));
    all.put(new Call.Munlock(MAX, MAX, MAX), new Outcome.Result(Errno.EINVAL));
    all.put(new Call.IsUserResident(MAX, MAX), new Outcome.Amount(0));
    all.put(new Call.FailNext(FaultyStep.REGISTER_CALLBACK, Errno.ENOMEM), done);
    all.put(new Call.GateWorker(WorkerGate.RELEASE), done);
    all.put(
        new Call.UmemIosetup(MAX, Long.MIN_VALUE, MAX, INT, MAX, Long.MIN_VALUE, MAX, INT),
        new Outcome.SetUp(MAX));
    all.put(new Call.Freerbuf(MAX), done);
    all.put(new Call.GetBuf(MAX), new Outcome.Fields(INT, MAX, MAX, Long.MIN_VALUE, MAX, MAX, MAX));
    all.put(new Call.Strategy(MAX, 0), new Outcome.Matched(Long.MAX_VALUE - 1, 255));
    all.put(new Call.UserFill(MAX, MAX, MAX, 255), done);
    all.put(new Call.UserMatches(MAX, MAX, MAX, 1), new Outcome.Matched(Long.MAX_VALUE, 0));
    exports(all);
    return all;
  }

  private static void exports(Map<Call, Outcome.Returned> all) {
    Outcome.Returned ddi = new Outcome.Result(-1);
    int made = Outcome.Mapped.NOT_MADE;
    all.put(mapping(null), new Outcome.Mapped(Errno.ENXIO, made, made, 0, 0, 0, 0));
    all.put(new Call.DevmapUmemRemap(MAX, MAX, Long.MIN_VALUE, MAX, INT, INT), ddi);
    all.put(new Call.DevmapMprotect(MAX, MAX, MAX, 3), new Outcome.Result(Errno.EACCES));
    all.put(new Call.Fork(MAX), new Outcome.Created(MAX));
    all.put(new Call.SetDataModel(MAX, DataModel.DDI_MODEL_LP64), Outcome.Done.INSTANCE);
    all.put(new Call.SharedMmap(MAX, MAX, MAX, Long.MIN_VALUE, 3), new Outcome.Result(Errno.ENXIO));
    all.put(new Call.SharedDetach(), ddi);
    all.put(new Call.SharedFill(Long.MAX_VALUE, MAX, 255), Outcome.Done.INSTANCE);
    all.put(
        new Call.SharedMatches(Long.MAX_VALUE, MAX, 1), new Outcome.Matched(Long.MAX_VALUE, 255));
  }

  private static Call mapping(UmemSetup again) {
    UmemSetup setup = new UmemSetup(MAX, Long.MIN_VALUE, MAX, INT, INT, 3);
    return new Call.DevmapUmemSetup(MAX, MAX, MAX, 3, 2, 3, setup, again, INT, INT);
  }

  private static List<Map.Entry<Call, Outcome.Returned>> fuller() {
    UmemSetup again = new UmemSetup(MAX - 1, Long.MIN_VALUE + 1, MAX - 1, INT + 1, INT + 1, 2);
    int model = DataModel.DDI_MODEL_ILP32;
    return List.of(
        Map.entry(mapping(again), new Outcome.Mapped(Integer.MAX_VALUE, 0, -1, MAX, model, 3, 2)),
        Map.entry(new Call.UserFill(MAX, MAX, MAX, 255), new Outcome.Signalled(10)),
        Map.entry(new Call.UserMatches(MAX, MAX, MAX, 1), new Outcome.Signalled(127)));
  }

  /** Each kind of call with an answer to it, those with more fields behind those with fewer. */
  static List<Map.Entry<Call, Outcome.Returned>> all() {
    List<Map.Entry<Call, Outcome.Returned>> all = new ArrayList<>(CALLS.entrySet());
    all.addAll(FULLER);
    return all;
  }

  /** Every kind of request: each call as it is usually made, and as somebody else makes it. */
  static List<Request> requests() {
    List<Request> all = new ArrayList<>();
    for (Ask ask :
        List.of(
            new Request.Hello(Request.PROTOCOL, "10.20.30-SNAPSHOT"),
            new Request.Boot(MAX),
            new Request.Poll(),
            new Request.CallbackReturn())) {
      all.add(new Request(Integer.MAX_VALUE, 0, ask));
    }
    all.add(new Request(Integer.MAX_VALUE, Integer.MAX_VALUE, new Request.Settle()));
    all.add(new Request(Integer.MAX_VALUE, Integer.MAX_VALUE, new Request.CallbackReturn()));
    for (Map.Entry<Call, Outcome.Returned> e : all()) {
      Call call = e.getKey();
      all.add(new Request(1, 0, new Make(1, Context.USER, call)));
      all.add(
          new Request(
              Integer.MAX_VALUE,
              Integer.MAX_VALUE,
              new Make(MAX, Context.HIGH_LEVEL_INTERRUPT, call)));
    }
    return all;
  }

  /** A line without its line feed. */
  static byte[] bare(byte[] line) {
    return java.util.Arrays.copyOf(line, line.length - 1);
  }

  /** A line without its line feed, as text. */
  static String text(byte[] line) {
    return new String(bare(line), StandardCharsets.UTF_8);
  }

  static Reply read(String line) {
    return Reply.read(line.getBytes(StandardCharsets.UTF_8));
  }
}
