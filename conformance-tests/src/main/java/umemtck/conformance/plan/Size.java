package umemtck.conformance.plan;

import com.fasterxml.jackson.annotation.JsonFormat;

/**
 * A size, said so that it keeps its point whatever the page size and whatever is free: in {@code
 * size_t} arithmetic, {@code base + pages * P + bytes}.
 *
 * @param base counted from where
 * @param pages to add
 * @param bytes to add
 */
public record Size(
    Base base,
    @JsonFormat(shape = JsonFormat.Shape.STRING) long pages,
    @JsonFormat(shape = JsonFormat.Shape.STRING) long bytes) {
  /** Where a size is counted from. */
  public enum Base {
    /** 0. */
    ZERO,
    /** The pages that are surely free when the call is made. */
    FREE,
    /** The most pages that the subject says it can ever have. */
    CAPACITY,
    /** The largest {@code size_t}. */
    SIZE_MAX,
    /** Of a lock: the bytes that the limit still leaves; 0 where there is none. */
    ROOM,
    /** Of a limit: the bytes that are counted now. */
    USED,
    /** Of a buf, and of what a device shows: the bytes of the cookie's memory. */
    COOKIE
  }

  /** Whole pages. */
  public static Size pages(long n) {
    return new Size(Base.ZERO, n, 0);
  }

  /** Exactly so many bytes, unsigned. */
  public static Size bytes(long n) {
    return new Size(Base.ZERO, 0, n);
  }

  /** Counted from the largest {@code size_t}. */
  public static Size belowMax(long pages, long bytes) {
    return new Size(Base.SIZE_MAX, -pages, bytes);
  }

  /**
   * The size in bytes, {@code size_t}.
   *
   * @param free pages surely free
   * @param capacity pages; -1 if the subject does not say
   */
  public long resolve(long pageSize, long free, long capacity) {
    long from =
        switch (base) {
          case ZERO -> 0;
          case FREE -> Math.max(0, free) * pageSize;
          case CAPACITY -> Math.max(0, capacity) * pageSize;
          case SIZE_MAX -> -1L;
          case ROOM, USED, COOKIE -> 0;
        };
    return from + pages * pageSize + bytes;
  }

  /**
   * The length of a lock or a limit, or a part of a cookie's memory, in bytes, unsigned.
   *
   * @param from what {@link Base#ROOM}, {@link Base#USED} or {@link Base#COOKIE} is, in bytes
   */
  public long resolve(long pageSize, long from) {
    boolean counted = base == Base.ROOM || base == Base.USED || base == Base.COOKIE;
    return (counted ? from : base == Base.SIZE_MAX ? -1L : 0) + pages * pageSize + bytes;
  }
}
