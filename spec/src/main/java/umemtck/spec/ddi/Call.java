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
}
