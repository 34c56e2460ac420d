package umemtck.spec.ddi;

/**
 * One call into a subject: of the DDI, of its memory, or of its world. Sizes, addresses and cookies
 * are 64-bit patterns: {@code size} is a {@code size_t} and compares unsigned; 0 is NULL.
 */
public sealed interface Call {

  /** The name on the wire and in a trace: the {@code op} column of {@code vocabulary.yaml}. */
  String op();

  /**
   * {@code ddi_umem_alloc(9F)}. Answered with {@link Outcome.Allocated}.
   *
   * @param size bytes asked for, {@code size_t}
   * @param flag bits of {@link UmemFlag}
   */
  record UmemAlloc(long size, int flag) implements Call {
    @Override
    public String op() {
      return "ddi_umem_alloc";
    }
  }

  /**
   * {@code ddi_umem_free(9F)}. Answered with {@link Outcome.Done}.
   *
   * @param cookie what a successful allocation gave, or 0
   */
  record UmemFree(long cookie) implements Call {
    @Override
    public String op() {
      return "ddi_umem_free";
    }
  }

  /**
   * Stores one byte value over a range, as the driver, through the kernel address. Answered with
   * {@link Outcome.Done}.
   *
   * @param address first byte
   * @param length bytes, at least 1
   * @param value the byte, 0 to 255
   */
  record MemoryFill(long address, long length, int value) implements Call {
    @Override
    public String op() {
      return "memory_fill";
    }
  }

  /**
   * Compares every byte of a range with one value, as the driver. Answered with {@link
   * Outcome.Matched}.
   *
   * @param address first byte
   * @param length bytes, at least 1
   * @param value the byte, 0 to 255
   */
  record MemoryMatches(long address, long length, int value) implements Call {
    @Override
    public String op() {
      return "memory_matches";
    }
  }

  /**
   * Makes {@code amount} of a resource available now: no less, no more. Answered with {@link
   * Outcome.Done}.
   *
   * @param resource what
   * @param amount pages, or cookies
   */
  record SetFree(Resource resource, long amount) implements Call {
    @Override
    public String op() {
      return "set_free";
    }
  }

  /**
   * Reads how much of a resource is available now. Answered with {@link Outcome.Amount}.
   *
   * @param resource what
   */
  record GetFree(Resource resource) implements Call {
    @Override
    public String op() {
      return "get_free";
    }
  }

  /** Pages out whatever may be paged out. Answered with {@link Outcome.Amount}, in pages. */
  record PageOut() implements Call {
    @Override
    public String op() {
      return "page_out";
    }
  }

  /**
   * Asks whether the page at an address is in memory. Answered with {@link Outcome.Amount}, 1 or 0.
   *
   * @param address any byte of the page
   */
  record IsResident(long address) implements Call {
    @Override
    public String op() {
      return "is_resident";
    }
  }

  /**
   * {@code ddi_umem_lock(9F)} by the current process. Answered with {@link Outcome.Locked}.
   *
   * @param addr first byte in the process's address space
   * @param len bytes, {@code size_t}
   * @param flags bits of {@link UmemLockFlag}
   */
  record UmemLock(long addr, long len, int flags) implements Call {
    @Override
    public String op() {
      return "ddi_umem_lock";
    }
  }

  /**
   * {@code ddi_umem_unlock(9F)}. Answered with {@link Outcome.Done}.
   *
   * @param cookie what a successful lock gave
   */
  record UmemUnlock(long cookie) implements Call {
    @Override
    public String op() {
      return "ddi_umem_unlock";
    }
  }

  /**
   * {@code umem_lockmemory()}. Answered with {@link Outcome.Locked}.
   *
   * @param addr first byte in the address space of the process
   * @param len bytes, {@code size_t}
   * @param flags bits of {@link UmemLockFlag}
   * @param vector what the callback vector holds
   * @param procp the process; 0 is NULL, the current one (LOCKMEM.proc-null)
   */
  record UmemLockMemory(long addr, long len, int flags, CallbackVector vector, long procp)
      implements Call {
    @Override
    public String op() {
      return "umem_lockmemory";
    }
  }

  /**
   * Maps pages at an address where nothing is mapped. Answered with {@link Outcome.Done}.
   *
   * @param proc whose address space
   * @param addr first byte, page aligned, in the window
   * @param len bytes, whole pages
   * @param kind what backs it
   * @param prot bits of {@link Prot}
   */
  record Mmap(long proc, long addr, long len, MappingKind kind, int prot) implements Call {
    @Override
    public String op() {
      return "mmap";
    }
  }

  /**
   * Takes mappings away. May wait (LOCK.blocks-layout-change). Answered with {@link Outcome.Done}.
   *
   * @param proc whose address space
   * @param addr first byte, page aligned
   * @param len bytes, whole pages, all of them mapped
   */
  record Munmap(long proc, long addr, long len) implements Call {
    @Override
    public String op() {
      return "munmap";
    }
  }

  /**
   * Changes what a process may do to its pages. May wait (LOCK.blocks-layout-change). Answered with
   * {@link Outcome.Done}.
   *
   * @param proc whose address space
   * @param addr first byte, page aligned
   * @param len bytes, whole pages, all of them mapped
   * @param prot bits of {@link Prot}
   */
  record Mprotect(long proc, long addr, long len, int prot) implements Call {
    @Override
    public String op() {
      return "mprotect";
    }
  }

  /**
   * Ends a process, and tears its address space down. May wait (LOCK.blocks-layout-change,
   * ACCT.exit). Answered with {@link Outcome.Done}.
   *
   * @param proc which
   */
  record Exit(long proc) implements Call {
    @Override
    public String op() {
      return "exit";
    }
  }

  /**
   * Starts a process with an empty address space. Answered with {@link Outcome.Created}.
   *
   * @param project whose it is
   */
  record NewProcess(long project) implements Call {
    @Override
    public String op() {
      return "new_process";
    }
  }

  /**
   * Starts a process that borrows the address space of another until it exits. Answered with {@link
   * Outcome.Created}.
   *
   * @param proc the parent
   */
  record Vfork(long proc) implements Call {
    @Override
    public String op() {
      return "vfork";
    }
  }

  /**
   * Creates a project in a zone. Answered with {@link Outcome.Created}.
   *
   * @param zone whose it is
   */
  record NewProject(long zone) implements Call {
    @Override
    public String op() {
      return "new_project";
    }
  }

  /** Creates a zone, with its default project. Answered with {@link Outcome.Created}. */
  record NewZone() implements Call {
    @Override
    public String op() {
      return "new_zone";
    }
  }

  /**
   * A process joins another project of its zone. Answered with {@link Outcome.Result}.
   *
   * @param proc which
   * @param project where to
   */
  record Settaskid(long proc, long project) implements Call {
    @Override
    public String op() {
      return "settaskid";
    }
  }

  /**
   * A process enters another zone, and its default project. Answered with {@link Outcome.Result}.
   *
   * @param proc which
   * @param zone where to
   */
  record ZoneEnter(long proc, long zone) implements Call {
    @Override
    public String op() {
      return "zone_enter";
    }
  }

  /**
   * Sets a locked-memory control. Answered with {@link Outcome.Done}.
   *
   * @param of PROJECT or ZONE
   * @param id which
   * @param bytes {@code uint64_t}; the largest is unlimited
   */
  record SetLimit(Holder of, long id, long bytes) implements Call {
    @Override
    public String op() {
      return "set_limit";
    }
  }

  /**
   * Reads a locked-memory control. Answered with {@link Outcome.Amount}, bytes, {@code uint64_t}.
   *
   * @param of PROJECT or ZONE
   * @param id which
   */
  record GetLimit(Holder of, long id) implements Call {
    @Override
    public String op() {
      return "get_limit";
    }
  }

  /**
   * Reads how much locked memory is counted. Answered with {@link Outcome.Amount}, bytes, {@code
   * uint64_t}.
   *
   * @param of PROJECT, ZONE or PROCESS
   * @param id which
   */
  record GetLocked(Holder of, long id) implements Call {
    @Override
    public String op() {
      return "get_locked";
    }
  }

  /**
   * Locks pages as an application does, with {@code mlock(3C)} (ACCT.shared-counter). Answered with
   * {@link Outcome.Result}.
   *
   * @param proc whose pages
   * @param addr first byte, page aligned
   * @param len bytes, whole pages, all of them mapped
   */
  record Mlock(long proc, long addr, long len) implements Call {
    @Override
    public String op() {
      return "mlock";
    }
  }

  /**
   * Undoes {@code mlock(3C)}. Answered with {@link Outcome.Result}.
   *
   * @param proc whose pages
   * @param addr first byte, page aligned
   * @param len bytes, whole pages, all of them mapped
   */
  record Munlock(long proc, long addr, long len) implements Call {
    @Override
    public String op() {
      return "munlock";
    }
  }

  /**
   * Asks whether a page of a process is in memory. Answered with {@link Outcome.Amount}, 1 or 0.
   *
   * @param proc whose
   * @param addr any byte of the page, mapped
   */
  record IsUserResident(long proc, long addr) implements Call {
    @Override
    public String op() {
      return "is_user_resident";
    }
  }

  /**
   * Makes the next step of a kind fail once, as if what it needs were short. Answered with {@link
   * Outcome.Done}.
   *
   * @param step which
   * @param errno with what: EAGAIN or ENOMEM
   */
  record FailNext(FaultyStep step, int errno) implements Call {
    @Override
    public String op() {
      return "fail_next";
    }
  }

  /**
   * Holds the deferred-unlock worker back, lets it do one queued unlock, or lets it go. Answered
   * with {@link Outcome.Done}.
   *
   * @param gate which of them
   */
  record GateWorker(WorkerGate gate) implements Call {
    @Override
    public String op() {
      return "gate_worker";
    }
  }

  /**
   * {@code ddi_umem_iosetup(9F)}. Answered with {@link Outcome.SetUp}.
   *
   * @param cookie of an allocation or a lock
   * @param off bytes into the cookie's memory, {@code off_t}: signed, any 64-bit pattern
   * @param len bytes, {@code size_t}: unsigned, any 64-bit pattern
   * @param direction a bit of {@link BufFlag}; any pattern
   * @param dev {@code dev_t}; not interpreted
   * @param blkno {@code daddr_t}; not interpreted
   * @param iodone a number that stands for the completion routine; 0 is none; not interpreted
   * @param sleepflag {@code DDI_UMEM_SLEEP} or {@code DDI_UMEM_NOSLEEP}; any pattern
   */
  record UmemIosetup(
      long cookie,
      long off,
      long len,
      int direction,
      long dev,
      long blkno,
      long iodone,
      int sleepflag)
      implements Call {
    @Override
    public String op() {
      return "ddi_umem_iosetup";
    }
  }

  /**
   * {@code freerbuf(9F)}. Answered with {@link Outcome.Done}.
   *
   * @param buf what a successful setup gave
   */
  record Freerbuf(long buf) implements Call {
    @Override
    public String op() {
      return "freerbuf";
    }
  }

  /**
   * Reads what a buf carries. Answered with {@link Outcome.Fields}.
   *
   * @param buf what a successful setup gave
   */
  record GetBuf(long buf) implements Call {
    @Override
    public String op() {
      return "get_buf";
    }
  }

  /**
   * The device transfers all that a buf describes, as from {@code strategy(9E)}. If it is B_READ,
   * every byte of it is stored as one value; if it is B_WRITE, every byte is compared with it.
   * Answered with {@link Outcome.Matched}; of a B_READ with {@link Outcome.Matched#ALL}.
   *
   * @param buf what a successful setup gave
   * @param value the byte, 0 to 255
   */
  record Strategy(long buf, int value) implements Call {
    @Override
    public String op() {
      return "strategy";
    }
  }

  /**
   * Stores one byte value over a range, as the application, through its mappings. Answered with
   * {@link Outcome.Done}; of a device whose mapping is not valid with {@link Outcome.Signalled}.
   *
   * @param proc whose address space
   * @param addr first byte, mapped to be written
   * @param len bytes, at least 1
   * @param value the byte, 0 to 255
   */
  record UserFill(long proc, long addr, long len, int value) implements Call {
    @Override
    public String op() {
      return "user_fill";
    }
  }

  /**
   * Compares every byte of a range with one value, as the application, through its mappings.
   * Answered with {@link Outcome.Matched}; of a device whose mapping is not valid with {@link
   * Outcome.Signalled}.
   *
   * @param proc whose address space
   * @param addr first byte, mapped to be read
   * @param len bytes, at least 1
   * @param value the byte, 0 to 255
   */
  record UserMatches(long proc, long addr, long len, int value) implements Call {
    @Override
    public String op() {
      return "user_matches";
    }
  }

  /**
   * {@code devmap_umem_setup(9F)}, where it is made: an application maps a device, and the driver's
   * {@code devmap(9E)} entry sets the mapping up. Answered with {@link Outcome.Mapped}.
   *
   * @param proc whose address space
   * @param addr first byte, page aligned, in the window, where nothing is mapped
   * @param len bytes, whole pages
   * @param prot bits of {@link Prot}: READ and WRITE
   * @param share {@link MapFlag#MAP_SHARED} or {@link MapFlag#MAP_PRIVATE}
   * @param opened bits of {@link Prot}: how the application has opened the device
   * @param setup what the driver's entry calls
   * @param again what it calls then, on the same handle; null for nothing
   * @param entry what the entry returns, if it is not 0; else it returns 0 if one of its calls
   *     succeeded, and -1 otherwise
   * @param map what {@code devmap_map(9E)} returns, where the structure holds it: 0, or an errno
   */
  record DevmapUmemSetup(
      long proc,
      long addr,
      long len,
      int prot,
      int share,
      int opened,
      UmemSetup setup,
      UmemSetup again,
      int entry,
      int map)
      implements Call {
    @Override
    public String op() {
      return "devmap_umem_setup";
    }
  }

  /**
   * {@code devmap_umem_remap}. Answered with {@link Outcome.Result}: 0 or -1.
   *
   * @param dhp handle of a mapping that is there, whole
   * @param cookie of an allocation or a lock; 0 is NULL
   * @param off bytes into the cookie's memory, {@code offset_t}: signed, any 64-bit pattern
   * @param len bytes, {@code size_t}: unsigned, any 64-bit pattern
   * @param maxprot bits of {@link Prot}; any pattern
   * @param flags any pattern
   */
  record DevmapUmemRemap(long dhp, long cookie, long off, long len, int maxprot, int flags)
      implements Call {
    @Override
    public String op() {
      return "devmap_umem_remap";
    }
  }

  /**
   * {@code mprotect} of pages of a mapped device, which can be refused (DEVMAP.maxprot-sticky).
   * Answered with {@link Outcome.Result}, an errno.
   *
   * @param proc whose address space
   * @param addr first byte, page aligned
   * @param len bytes, whole pages, all of one mapped device
   * @param prot bits of {@link Prot}: READ and WRITE
   */
  record DevmapMprotect(long proc, long addr, long len, int prot) implements Call {
    @Override
    public String op() {
      return "devmap_mprotect";
    }
  }

  /**
   * {@code fork(2)}: starts a process with a copy of an address space. Answered with {@link
   * Outcome.Created}.
   *
   * @param proc the parent
   */
  record Fork(long proc) implements Call {
    @Override
    public String op() {
      return "fork";
    }
  }

  /**
   * The program of a process is of a data model from now on. Answered with {@link Outcome.Done}.
   *
   * @param proc which
   * @param model of {@link DataModel}
   */
  record SetDataModel(long proc, int model) implements Call {
    @Override
    public String op() {
      return "set_data_model";
    }
  }

  /**
   * An application maps the device of the driver of Example 10-4. May wait. Answered with {@link
   * Outcome.Result}, an errno.
   *
   * @param proc whose address space
   * @param addr first byte, page aligned, in the window, where nothing is mapped
   * @param len bytes, whole pages
   * @param off bytes into the device, {@code offset_t}, whole pages
   * @param prot bits of {@link Prot}: READ and WRITE
   */
  record SharedMmap(long proc, long addr, long len, long off, int prot) implements Call {
    @Override
    public String op() {
      return "shared_mmap";
    }
  }

  /**
   * {@code detach(9E)} of the driver of Example 10-4. Answered with {@link Outcome.Result}: 0 or
   * -1. After a success it is attached again by the next mapping.
   */
  record SharedDetach() implements Call {
    @Override
    public String op() {
      return "shared_detach";
    }
  }

  /**
   * The driver of Example 10-4 stores one byte value, through its own pointer. Answered with {@link
   * Outcome.Done}.
   *
   * @param off bytes into the shared area; the first page is that of 64-bit applications
   * @param len bytes, at least 1
   * @param value the byte, 0 to 255
   */
  record SharedFill(long off, long len, int value) implements Call {
    @Override
    public String op() {
      return "shared_fill";
    }
  }

  /**
   * The driver of Example 10-4 compares every byte of a range with one value, through its own
   * pointer. Answered with {@link Outcome.Matched}.
   *
   * @param off bytes into the shared area; the first page is that of 64-bit applications
   * @param len bytes, at least 1
   * @param value the byte, 0 to 255
   */
  record SharedMatches(long off, long len, int value) implements Call {
    @Override
    public String op() {
      return "shared_matches";
    }
  }
}
