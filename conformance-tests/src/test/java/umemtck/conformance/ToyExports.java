package umemtck.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import umemtck.spec.SpecVersion;
import umemtck.spec.ddi.DataModel;
import umemtck.spec.ddi.Errno;
import umemtck.spec.subject.BootOptions;
import umemtck.spec.subject.DataModels;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.DeviceEntries;
import umemtck.spec.subject.DeviceMappings;
import umemtck.spec.subject.DevmapCallbackCtl;
import umemtck.spec.subject.Memory;
import umemtck.spec.subject.Processes;
import umemtck.spec.subject.SharedDriver;
import umemtck.spec.subject.UmemAllocation;
import umemtck.spec.subject.UmemDevmap;
import umemtck.spec.subject.UmemSubject;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.UserFault;
import umemtck.spec.subject.UserMemory;
import umemtck.spec.subject.Waits;
import umemtck.spec.subject.World;

/**
 * Says what it was asked about exports, and answers what is easy to tell apart; for what carries
 * the calls, not for what they mean. A cookie of 0 is refused.
 */
public final class ToyExports implements UmemSubject {
  /** The handle of whatever is mapped. */
  public static final long DHP = 0xd;

  /** Where an application gets a signal. */
  public static final long BAD = 0xbad;

  /** What it was asked, and calls that it made, in order. */
  public final List<String> asked = new ArrayList<>();

  /** Whether it keeps the driver's structure instead of what it held. */
  private final boolean keeps;

  /** A toy; one that keeps the driver's structures calls what they hold later. */
  public ToyExports(boolean keeps) {
    this.keeps = keeps;
  }

  @Override
  public String name() {
    return "toy";
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public String specVersion() {
    return SpecVersion.CURRENT;
  }

  @Override
  public Declaration declaration() {
    return Declaration.ofPageSize(64);
  }

  @Override
  public UmemSystem boot(BootOptions options, Waits waits) {
    return new Machine(waits);
  }

  private final class Machine
      implements UmemSystem,
          World,
          UmemDevmap,
          DeviceMappings,
          DataModels,
          SharedDriver,
          UserMemory,
          Processes {
    private final Waits waits;
    private DevmapCallbackCtl kept;
    private DevmapCallbackCtl.DevmapMap map;
    private boolean detached;

    Machine(Waits waits) {
      this.waits = waits;
    }

    @Override
    public int mmap(
        long proc, long at, long len, long off, int prot, int share, int opened, DeviceEntries d) {
      asked.add("mmap " + proc + " " + at + " " + len + " " + off + " " + prot + share + opened);
      kept = null;
      map = null;
      if (opened == 0) {
        return Errno.EACCES;
      }
      if (d.segmap(() -> d.devmap(DHP, off, len, DataModel.DDI_MODEL_ILP32)) != 0) {
        return Errno.ENXIO;
      }
      DevmapCallbackCtl.DevmapMap now = keeps && kept != null ? kept.devmap_map() : map;
      return now == null ? 0 : now.devmap_map(DHP);
    }

    @Override
    public int devmap_umem_setup(
        long dhp, DevmapCallbackCtl ops, long cookie, long koff, long len, int maxprot, int flags) {
      asked.add("setup " + dhp + " " + cookie + " " + koff + " " + len + " " + maxprot + flags);
      if (cookie == 0) {
        return DDI_FAILURE;
      }
      kept = ops;
      map = ops == null ? null : ops.devmap_map();
      return 0;
    }

    @Override
    public int devmap_umem_remap(
        long dhp, long cookie, long off, long len, int maxprot, int flags) {
      asked.add("remap " + dhp + " " + cookie + " " + off + " " + len + " " + maxprot + flags);
      return cookie == 0 ? DDI_FAILURE : 0;
    }

    @Override
    public int ddi_mmap_get_model() {
      asked.add("model");
      return DataModel.DDI_MODEL_ILP32;
    }

    @Override
    public int mprotect(long proc, long addr, long len, int prot) {
      asked.add("mprotect " + proc + " " + addr + " " + len + " " + prot);
      return Errno.EACCES;
    }

    @Override
    public long fork(long proc) {
      asked.add("fork " + proc);
      return proc + 1;
    }

    @Override
    public void setDataModel(long proc, int model) {
      asked.add("data model " + proc + " " + model);
    }

    @Override
    public int mmap(long proc, long addr, long len, long off, int prot) {
      asked.add("shared mmap " + proc + " " + addr + " " + len + " " + off + " " + prot);
      waits.await(() -> detached);
      return 0;
    }

    @Override
    public int detach() {
      asked.add("detach");
      detached = true;
      waits.changed();
      return DDI_FAILURE;
    }

    @Override
    public byte[] load(long off, int length) {
      asked.add("load " + off + " " + length);
      return new byte[length];
    }

    @Override
    public void store(long off, byte[] bytes) {
      asked.add("store " + off + " " + bytes.length + " " + bytes[0]);
    }

    @Override
    public byte[] load(long proc, long addr, int length) {
      return touched(addr, new byte[length]);
    }

    @Override
    public void store(long proc, long addr, byte[] bytes) {
      touched(addr, bytes);
    }

    /** An access of a mapping: what is called is what the structure holds now, if it is kept. */
    private byte[] touched(long addr, byte[] bytes) {
      if (addr == BAD) {
        throw new UserFault(11);
      }
      if (keeps && kept != null) {
        kept.devmap_access().devmap_access(DHP);
      }
      return bytes;
    }

    @Override
    public Optional<UmemDevmap> devmap() {
      return Optional.of(this);
    }

    @Override
    public Optional<SharedDriver> sharedDriver() {
      return Optional.of(this);
    }

    @Override
    public World world() {
      return this;
    }

    @Override
    public Optional<DeviceMappings> deviceMappings() {
      return Optional.of(this);
    }

    @Override
    public Optional<DataModels> dataModels() {
      return Optional.of(this);
    }

    @Override
    public Optional<UserMemory> userMemory() {
      return Optional.of(this);
    }

    @Override
    public Optional<Processes> processes() {
      return Optional.of(this);
    }

    @Override
    public UmemAllocation allocation() {
      return null;
    }

    @Override
    public Memory memory() {
      return null;
    }

    @Override
    public void enter(long proc) {}

    @Override
    public long newProcess(long project) {
      return 0;
    }

    @Override
    public long vfork(long proc) {
      return 0;
    }

    @Override
    public void exit(long proc) {}
  }
}
