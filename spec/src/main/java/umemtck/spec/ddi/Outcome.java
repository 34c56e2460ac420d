package umemtck.spec.ddi;

/** How a call ended. A call that is blocked has no outcome yet. */
public sealed interface Outcome {

  /** The call returned, and this is what it gave. */
  sealed interface Returned extends Outcome {}

  /** The call returned nothing. */
  record Done() implements Returned {
    /** The only one that is needed. */
    public static final Done INSTANCE = new Done();
  }

  /**
   * What {@code ddi_umem_alloc} gave.
   *
   * @param address the result; 0 is NULL
   * @param cookie what {@code *cookiep} holds afterwards; 0 is NULL
   */
  record Allocated(long address, long cookie) implements Returned {
    /** The answer of a refusal: NULL, and a NULL cookie. */
    public static final Allocated REFUSED = new Allocated(0, 0);
  }

  /**
   * What a comparison found.
   *
   * @param difference offset in bytes of the first byte that differs, or -1 if none does
   * @param found the byte found there, 0 to 255; 0 if none differs
   */
  record Matched(long difference, int found) implements Returned {
    /** Every byte was as asked. */
    public static final Matched ALL = new Matched(-1, 0);
  }

  /**
   * A number of pages, cookies or bytes.
   *
   * @param amount how many
   */
  record Amount(long amount) implements Returned {}

  /**
   * What {@code ddi_umem_lock} or {@code umem_lockmemory} gave.
   *
   * @param errno 0, or a number of {@link Errno}
   * @param cookie what {@code *cookiep} holds afterwards; 0 is NULL
   */
  record Locked(int errno, long cookie) implements Returned {}

  /**
   * What {@code ddi_umem_iosetup} gave.
   *
   * @param buf 0 is NULL
   */
  record SetUp(long buf) implements Returned {}

  /**
   * What a buf carries: see {@link Buf}.
   *
   * @param flags {@code b_flags}
   * @param count {@code b_bcount}, bytes
   * @param dev {@code b_edev}
   * @param blkno {@code b_lblkno}
   * @param iodone {@code b_iodone}
   * @param addr {@code b_un.b_addr}
   * @param proc {@code b_proc}; 0 for none
   */
  record Fields(int flags, long count, long dev, long blkno, long iodone, long addr, long proc)
      implements Returned {
    /** Those of a buf. */
    public static Fields of(Buf b) {
      return new Fields(b.flags(), b.count(), b.dev(), b.blkno(), b.iodone(), b.addr(), b.proc());
    }
  }

  /**
   * An errno.
   *
   * @param errno 0, or a number of {@link Errno}
   */
  record Result(int errno) implements Returned {}

  /**
   * What was created.
   *
   * @param id its number, never used before on this machine
   */
  record Created(long id) implements Returned {}

  /**
   * What became of an {@code mmap} of a device.
   *
   * @param errno of the {@code mmap}; 0, or a number of {@link Errno}
   * @param setup what the first {@code devmap_umem_setup} answered, 0 or -1; {@link #NOT_MADE}
   * @param again the same of the second
   * @param dhp the handle, where it is mapped; 0 where it is not
   * @param model what {@code ddi_mmap_get_model} said inside the entry; 0 where it was not asked
   * @param called bits of {@link DevmapCallback}: which functions were called meanwhile
   * @param stale which functions were called that were put into the structure after the setup
   */
  record Mapped(int errno, int setup, int again, long dhp, int model, int called, int stale)
      implements Returned {
    /** A call that was not made. */
    public static final int NOT_MADE = 1;
  }

  /**
   * An application's load or store ended in a signal.
   *
   * @param signal its number: 10 is SIGBUS, 11 SIGSEGV
   */
  record Signalled(int signal) implements Returned {}

  /**
   * The machine stopped in a way that can be diagnosed. It is dead, and is booted anew.
   *
   * @param text what it said
   */
  record Panicked(String text) implements Outcome {}
}
