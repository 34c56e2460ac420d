package umemtck.conformance.session;

import java.util.Arrays;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.DevmapCallback;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.UmemSetup;
import umemtck.spec.subject.DataModels;
import umemtck.spec.subject.DeviceEntries;
import umemtck.spec.subject.DeviceMappings;
import umemtck.spec.subject.DevmapCallbackCtl;
import umemtck.spec.subject.Processes;
import umemtck.spec.subject.SharedDriver;
import umemtck.spec.subject.UmemDevmap;
import umemtck.spec.subject.UmemSystem;

/**
 * The calls of a booted subject that are about exports, by record: the kit's own driver, whose
 * {@code devmap(9E)} entry does what a record says, and the driver of Example 10-4.
 */
final class DevmapMachine {
  private final UmemDevmap devmap;
  private final DeviceMappings devices;
  private final Processes processes;
  private final DataModels models;
  private final SharedDriver shared;

  /** Functions of a structure that was changed meanwhile, called since a mapping last said so. */
  private int stale;

  /**
   * The calls of a machine.
   *
   * @param shared the driver of Example 10-4, the subject's or the kit's; null if there is none
   */
  DevmapMachine(UmemSystem system, SharedDriver shared) {
    this.shared = shared;
    devmap = system.devmap().orElse(null);
    devices = system.world().deviceMappings().orElse(null);
    processes = system.world().processes().orElse(null);
    models = system.world().dataModels().orElse(null);
  }

  /** Makes a call; null if it is about something else. */
  Outcome answer(Call call) {
    if (call instanceof Call.DevmapUmemSetup c) {
      return mapped(c);
    }
    if (call instanceof Call.DevmapUmemRemap c) {
      return new Outcome.Result(
          devmap.devmap_umem_remap(c.dhp(), c.cookie(), c.off(), c.len(), c.maxprot(), c.flags()));
    }
    if (call instanceof Call.DevmapMprotect c) {
      return new Outcome.Result(devices.mprotect(c.proc(), c.addr(), c.len(), c.prot()));
    }
    if (call instanceof Call.Fork c) {
      return new Outcome.Created(processes.fork(c.proc()));
    }
    if (call instanceof Call.SetDataModel c) {
      models.setDataModel(c.proc(), c.model());
      return Outcome.Done.INSTANCE;
    }
    return shared(call);
  }

  private Outcome shared(Call call) {
    if (call instanceof Call.SharedMmap c) {
      return new Outcome.Result(shared.mmap(c.proc(), c.addr(), c.len(), c.off(), c.prot()));
    }
    if (call instanceof Call.SharedDetach) {
      return new Outcome.Result(shared.detach());
    }
    if (call instanceof Call.SharedFill c) {
      byte[] bytes = new byte[Math.toIntExact(c.len())];
      Arrays.fill(bytes, (byte) c.value());
      shared.store(c.off(), bytes);
      return Outcome.Done.INSTANCE;
    }
    return call instanceof Call.SharedMatches c
        ? BufMachine.matched(shared.load(c.off(), Math.toIntExact(c.len())), c.value())
        : null;
  }

  private Outcome mapped(Call.DevmapUmemSetup c) {
    Entries entries = new Entries(c);
    int errno =
        devices.mmap(c.proc(), c.addr(), c.len(), 0, c.prot(), c.share(), c.opened(), entries);
    int late = stale;
    stale = 0;
    return new Outcome.Mapped(
        errno,
        entries.setup,
        entries.again,
        errno == 0 ? entries.dhp : 0,
        entries.model,
        entries.called,
        late);
  }

  /** The driver's entries, for one mmap. They are called in the thread that makes it. */
  private final class Entries implements DeviceEntries {
    private final Call.DevmapUmemSetup asked;
    private boolean entered;
    private int setup = Outcome.Mapped.NOT_MADE;
    private int again = Outcome.Mapped.NOT_MADE;
    private long dhp;
    private int model;
    private int called;

    Entries(Call.DevmapUmemSetup asked) {
      this.asked = asked;
    }

    /** The kit sets up all that is mapped: whoever asks for more has lost some of it. */
    @Override
    public int devmap(long dhp, long off, long len, int model) {
      if (entered) {
        return UmemDevmap.DDI_FAILURE;
      }
      entered = true;
      this.dhp = dhp;
      this.model = devmap.ddi_mmap_get_model();
      setup = setUp(asked.setup());
      if (asked.again() != null) {
        again = setUp(asked.again());
      }
      if (asked.entry() != 0) {
        return asked.entry();
      }
      return setup == 0 || again == 0 ? 0 : UmemDevmap.DDI_FAILURE;
    }

    private int setUp(UmemSetup s) {
      DevmapCallbackCtl ctl = s.callbacks() == DevmapCallback.NONE ? null : structure(s);
      int answer =
          devmap.devmap_umem_setup(dhp, ctl, s.cookie(), s.koff(), s.len(), s.maxprot(), s.flags());
      if (answer == Outcome.Mapped.NOT_MADE) {
        // A record cannot say it; nothing can be concluded from it.
        throw new IllegalStateException("devmap_umem_setup answered 1, neither 0 nor -1");
      }
      if (ctl != null) {
        spoil(ctl);
      }
      return answer;
    }

    private DevmapCallbackCtl structure(UmemSetup s) {
      DevmapCallbackCtl ctl = new DevmapCallbackCtl();
      if ((s.callbacks() & DevmapCallback.DEVMAP_MAP) != 0) {
        ctl.setDevmapMap(
            handle -> {
              called |= DevmapCallback.DEVMAP_MAP;
              return asked.map();
            });
      }
      if ((s.callbacks() & DevmapCallback.DEVMAP_ACCESS) != 0) {
        ctl.setDevmapAccess(
            handle -> {
              called |= DevmapCallback.DEVMAP_ACCESS;
              return 0;
            });
      }
      return ctl;
    }

    /** As a driver may that uses its structure for something else (DEVMAP.callbacks-copied). */
    private void spoil(DevmapCallbackCtl ctl) {
      ctl.setDevmapMap(
          handle -> {
            stale |= DevmapCallback.DEVMAP_MAP;
            return 0;
          });
      ctl.setDevmapAccess(
          handle -> {
            stale |= DevmapCallback.DEVMAP_ACCESS;
            return 0;
          });
    }
  }
}
