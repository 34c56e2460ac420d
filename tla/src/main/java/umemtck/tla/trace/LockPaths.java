package umemtck.tla.trace;

import java.util.ArrayList;
import java.util.List;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.CallbackVector;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.Event;
import umemtck.spec.ddi.FaultyStep;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.subject.Feature;

/** Which steps of {@code TraceUmemLock} a call may have taken, from what it answered. */
final class LockPaths {
  private static final String WORKER = "worker";

  private final LockScript script;
  private final List<Call.FailNext> planted = new ArrayList<>();

  LockPaths(LockScript script) {
    this.script = script;
  }

  /** The next step of a kind is made to fail. */
  void plant(Call.FailNext fail) {
    planted.add(fail);
  }

  static boolean needsThread(Call call) {
    return call instanceof Call.UmemLock
        || call instanceof Call.UmemLockMemory
        || call instanceof Call.UmemUnlock;
  }

  /** Whether a call changes an address space, and may have to wait for that. */
  static boolean isChange(Call call) {
    return call instanceof Call.Munmap
        || call instanceof Call.Mprotect
        || call instanceof Call.Exit;
  }

  /** Whose address space a call changes. */
  static long changed(Call call) {
    if (call instanceof Call.Munmap m) {
      return m.proc();
    }
    return call instanceof Call.Mprotect m ? m.proc() : ((Call.Exit) call).proc();
  }

  List<Path> of(Event.Invoked e, Outcome outcome) {
    if (e.call() instanceof Call.UmemLock l) {
      Object[] asked = {
        script.threads().of(e.id()),
        script.process(e.proc()),
        Word64.of(l.addr()),
        Word64.of(l.len()),
        Integer.toUnsignedLong(l.flags())
      };
      return locked("UmemLock", asked, (Outcome.Locked) outcome);
    }
    if (e.call() instanceof Call.UmemLockMemory l) {
      Object[] asked = {
        script.threads().of(e.id()),
        script.process(l.procp() == 0 ? e.proc() : l.procp()),
        Word64.of(l.addr()),
        Word64.of(l.len()),
        Integer.toUnsignedLong(l.flags()),
        vector(l.vector())
      };
      return locked("UmemLockMemory", asked, (Outcome.Locked) outcome);
    }
    return e.call() instanceof Call.UmemUnlock u
        ? unlocked(script.threads().of(e.id()), Word64.of(u.cookie()))
        : world(e.call(), outcome);
  }

  private static String vector(CallbackVector v) {
    if (!v.given()) {
      return "none";
    }
    if (v.version() != CallbackVector.VERSION) {
      return "wrong version";
    }
    return v.function() ? "function" : "no function";
  }

  private List<Path> locked(String action, Object[] asked, Outcome.Locked got) {
    List<Path> paths = new ArrayList<>();
    if (got.errno() == 0 && got.cookie() != 0) {
      Object thread = asked[0];
      Object cookie = Word64.of(got.cookie());
      if (action.equals("UmemLock")) {
        charged(paths, action, asked, Instance.of("UmemLockPinned", thread, cookie));
      } else {
        for (boolean armed : new boolean[] {true, false}) {
          charged(paths, action, asked, Instance.of("UmemLockMemoryPinned", thread, cookie, armed));
        }
      }
    } else if (got.errno() != 0 && got.cookie() == 0) {
      failed(paths, action, asked, got.errno());
    }
    return paths;
  }

  private void failed(List<Path> paths, String action, Object[] asked, int errno) {
    if (errno == Errno.EINVAL) {
      paths.add(Path.of(new Instance(action + "Refused", List.of(asked))));
    }
    if (errno == Errno.ENOMEM) {
      paths.add(Path.of(new Instance(action + "Denied", List.of(asked))));
    }
    String name = Errno.text(errno);
    charged(paths, action, asked, Instance.of(action + "Failed", asked[0], name));
    boolean anyTime = !script.config().offers(Feature.FAULTS);
    boolean mayBeShort = anyTime && (errno == Errno.ENOMEM || errno == Errno.EAGAIN);
    if (mayBeShort || isPlanted(FaultyStep.PAGE_LOCK, errno)) {
      charged(paths, action, asked, Instance.of("LockShort", asked[0], name));
    }
    if (isPlanted(FaultyStep.REGISTER_CALLBACK, errno)) {
      charged(paths, action, asked, Instance.of("RegistrationShort", asked[0], name));
    }
  }

  private boolean isPlanted(FaultyStep step, int errno) {
    return planted.stream().anyMatch(f -> f.step() == step && f.errno() == errno);
  }

  /** Charged, or in illumos perhaps not, and then what comes of it. */
  private void charged(List<Path> paths, String action, Object[] asked, Instance then) {
    List<Object> args = new ArrayList<>(List.of(asked));
    args.add(true);
    paths.add(Path.of(new Instance(action + "Charged", args), then));
    if (script.config().profile() == Profile.ILLUMOS) {
      List<Object> uncounted = new ArrayList<>(List.of(asked));
      uncounted.add(false);
      paths.add(Path.of(new Instance(action + "Charged", uncounted), then));
    }
  }

  /** By the call itself, or by the worker, later. */
  private static List<Path> unlocked(String thread, Object cookie) {
    return List.of(
        Path.of(
            Instance.of("UmemUnlockUnpinned", thread, cookie),
            Instance.of("UmemUnlockCredited", thread, cookie)),
        new Path(
            List.of(
                Instance.of("UmemUnlockQueued", thread, cookie),
                Instance.of("UmemUnlockUnpinned", WORKER, cookie),
                Instance.of("UmemUnlockCredited", WORKER, cookie)),
            1));
  }

  private List<Path> world(Call call, Outcome outcome) {
    if (call instanceof Call.NewProcess n) {
      long id = ((Outcome.Created) outcome).id();
      return one("NewProcess", script.process(id), script.holder(n.project()));
    }
    if (call instanceof Call.Settaskid t) {
      long proc = script.process(t.proc());
      long project = script.holder(t.project());
      return ((Outcome.Result) outcome).errno() == 0
          ? List.of(
              Path.of(Instance.of("Settaskid", proc, project)),
              Path.of(Instance.of("SettaskidSame", proc, project)))
          : one("SettaskidDenied", proc, project);
    }
    if (call instanceof Call.SetLimit l) {
      return one("SetLimit", holder(l.of(), l.id()), Word64.of(l.bytes()));
    }
    if (call instanceof Call.GetLimit l) {
      return one("GetLimit", holder(l.of(), l.id()), amount(outcome));
    }
    if (call instanceof Call.GetLocked l) {
      return one("GetLocked", holder(l.of(), l.id()), amount(outcome));
    }
    script.holder(((Outcome.Created) outcome).id());
    return List.of(new Path(List.of(), 0));
  }

  private static Object amount(Outcome outcome) {
    return Word64.of(((Outcome.Amount) outcome).amount());
  }

  private long holder(Holder of, long id) {
    return of == Holder.ZONE ? 0 : script.holder(id);
  }

  private static List<Path> one(String action, Object... args) {
    return List.of(Path.of(Instance.of(action, args)));
  }
}
