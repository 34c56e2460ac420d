package umemtck.tla.trace;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import umemtck.reference.model.ModelConfig;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Event;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.UmemFlag;

/** Allocation, freeing, and the memory that was allocated: {@code TraceUmem.tla}. */
final class AllocScript implements Script {
  private final ModelConfig config;
  private final Threads threads = new Threads();

  AllocScript(ModelConfig config) {
    this.config = config;
  }

  @Override
  public String module() {
    return "TraceUmem";
  }

  @Override
  public Map<String, Object> constants() {
    // All of the address space but the page of NULL is impossible for every machine.
    BigInteger most =
        Word64.MAX.divide(BigInteger.valueOf(config.pageSize())).subtract(BigInteger.ONE);
    BigInteger said =
        config.saysCapacity() ? BigInteger.valueOf(config.declared().capacity()) : most;
    return Map.of(
        "WordMax", Word64.MAX,
        "PageSize", config.pageSize(),
        "Capacity", said.min(most),
        "SaysCapacity", config.saysCapacity(),
        "Profile", config.profile() == Profile.ILLUMOS ? "illumos" : "documented",
        "Threads", threads.all(),
        "Interrupts", threads.interrupts());
  }

  @Override
  public Told tell(List<Event> events) {
    threads.boot();
    Machine machine = new Machine();
    for (int i = 0; i < events.size(); i++) {
      machine.see(i, events.get(i));
    }
    machine.halt();
    return machine.calls.told();
  }

  /** One machine. */
  private final class Machine {
    private final Calls calls = new Calls();
    private final Map<Integer, Call> out = new TreeMap<>();
    private final Set<Long> locks = new HashSet<>();
    private final Unseen unseen = new Unseen();
    private boolean mapped;
    private boolean shared;
    private boolean othersStored;

    void see(int event, Event e) {
      if (e instanceof Event.Invoked i) {
        out.put(i.id(), i.call());
        if (i.call() instanceof Call.SharedMmap && !shared) {
          shared = true; // How much its driver takes, nobody sees.
          calls.now(event, i.id(), Instance.of("OthersTake"));
        }
        if (isOurs(i.call())) {
          threads.begin(i.id(), i.context());
          calls.invoked(event, i.id());
        }
      } else if (e instanceof Event.Completed c) {
        completed(event, c.id(), out.remove(c.id()), c.outcome());
      } else if (e instanceof Event.Settled s) {
        for (int id : s.blocked()) {
          if (out.get(id) instanceof Call.UmemAlloc a) {
            calls.waits(event, id, asked("UmemAllocSleeps", id, a));
          } else if (calls.isOut(id)) {
            calls.impossible(event, -1 - event); // No other call waits for anything.
          }
        }
      }
    }

    /** Whether it is a call of this specification; amounts only while they are exact. */
    private boolean isOurs(Call call) {
      if (call instanceof Call.SetFree set) {
        return isExact(set.resource());
      }
      if (call instanceof Call.GetFree get) {
        return isExact(get.resource());
      }
      if (call instanceof Call.UmemFree free) {
        return !locks.contains(free.cookie());
      }
      return call instanceof Call.UmemAlloc
          || call instanceof Call.MemoryFill
          || (call instanceof Call.MemoryMatches && !othersStored)
          || call instanceof Call.PageOut;
    }

    private boolean isExact(umemtck.spec.ddi.Resource r) {
      return !shared && config.overhead(r) == 0;
    }

    private void completed(int event, int id, Call call, Outcome outcome) {
      String thread = threads.of(id);
      if (thread != null) {
        calls.returned(event, id, any(thread, id, call, outcome));
        threads.end(id);
        return;
      }
      if (outcome instanceof Outcome.Locked got && got.cookie() != 0) {
        locks.add(got.cookie());
      } else if (call instanceof Call.UmemUnlock unlock) {
        locks.remove(unlock.cookie());
      } else if (call instanceof Call.UmemFree free) {
        locks.remove(free.cookie());
      } else if (outcome instanceof Outcome.Mapped) {
        mapped = true;
      }
      boolean stores =
          call instanceof Call.Strategy
              || call instanceof Call.SharedFill
              || (call instanceof Call.UserFill && (mapped || shared));
      if (stores) {
        othersStored = true; // Where to, is for other areas to say.
        calls.now(event, id, Instance.of("OthersStore"));
      }
    }

    private Instance[] any(String thread, int id, Call call, Outcome outcome) {
      if (outcome instanceof Outcome.Panicked) {
        return new Instance[0]; // No step of the specification stops the machine.
      }
      if (call instanceof Call.UmemAlloc a) {
        return allocated(thread, id, a, (Outcome.Allocated) outcome);
      }
      return new Instance[] {one(thread, call, outcome)};
    }

    private Instance one(String thread, Call call, Outcome outcome) {
      if (call instanceof Call.UmemFree free) {
        return free.cookie() == 0
            ? Instance.of("UmemFreeNull", thread)
            : Instance.of("UmemFree", thread, Word64.of(free.cookie()));
      }
      if (call instanceof Call.MemoryFill f) {
        return Instance.of(
            "MemoryFilled", thread, Word64.of(f.address()), Word64.of(f.length()), f.value());
      }
      if (call instanceof Call.MemoryMatches m) {
        Outcome.Matched got = (Outcome.Matched) outcome;
        return Instance.of(
            "MemoryMatched",
            thread,
            Word64.of(m.address()),
            Word64.of(m.length()),
            m.value(),
            got.difference(),
            got.found());
      }
      if (call instanceof Call.SetFree set) {
        return Instance.of("SetFree", set.resource().name(), set.amount());
      }
      long amount = ((Outcome.Amount) outcome).amount();
      return call instanceof Call.GetFree get
          ? Instance.of("GetFree", get.resource().name(), Word64.of(amount))
          : Instance.of("PageOut", 0); // How much left memory is nobody's to know.
    }

    /** Who never returned may have been served: of what he holds, nobody has seen where it is. */
    void halt() {
      out.forEach(
          (id, call) -> {
            String thread = threads.of(id);
            if (thread != null && call instanceof Call.UmemAlloc a) {
              BigInteger address = UmemFlag.trash(a.flag()) ? BigInteger.ZERO : unseen.address();
              calls.never(id, paths(granted(thread, a, address, unseen.cookie())));
            } else if (thread != null && call instanceof Call.UmemFree) {
              calls.never(id, paths(one(thread, call, Outcome.Done.INSTANCE)));
            }
          });
    }

    private static List<Path> paths(Instance... any) {
      return List.of(any).stream().map(Path::of).toList();
    }

    private Instance[] allocated(String thread, int id, Call.UmemAlloc a, Outcome.Allocated got) {
      unseen.sees(got.address(), a.size());
      if (got.address() == 0 && got.cookie() == 0) {
        return config.saysCapacity()
            ? new Instance[] {asked("UmemAllocRefused", id, a)}
            : new Instance[] {
              asked("UmemAllocRefused", id, a), asked("UmemAllocRefusedForGood", id, a)
            };
      }
      return granted(thread, a, Word64.of(got.address()), Word64.of(got.cookie()));
    }

    private static Instance[] granted(
        String thread, Call.UmemAlloc a, BigInteger address, BigInteger cookie) {
      return new Instance[] {
        Instance.of("UmemAlloc", thread, Word64.of(a.size()), a.flag(), address, cookie),
        Instance.of("UmemAllocWakes", thread, address, cookie)
      };
    }

    private Instance asked(String action, int id, Call.UmemAlloc a) {
      return Instance.of(action, threads.of(id), Word64.of(a.size()), a.flag());
    }
  }
}
