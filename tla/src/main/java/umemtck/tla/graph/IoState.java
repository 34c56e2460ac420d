package umemtck.tla.graph;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A state of bufs, and of the cookies that they are on.
 *
 * @param live cookie to what it describes
 * @param buf buf to what it describes
 * @param memory process, or 0 for the kernel, to a letter for each byte: {@code .} somebody else's,
 *     {@code 0} zero, else the digit that was stored
 * @param shortage whether the next attempt to get memory for a buf fails
 * @param used bytes of locked memory that are counted
 */
@JsonPropertyOrder({"live", "buf", "memory", "shortage", "used"})
public record IoState(
    SortedMap<Long, Cookie> live,
    SortedMap<Long, Buf> buf,
    SortedMap<Long, String> memory,
    boolean shortage,
    long used)
    implements GraphState {

  /** The number under which the kernel's memory is. */
  public static final long KERNEL = 0;

  /** The kind of a cookie that a lock gave. */
  public static final String LOCKED = "LOCKED";

  /** The letter of a byte that belongs to nobody. */
  public static final char DIRT = '.';

  /** Keeps copies. */
  public IoState {
    live = new TreeMap<>(live);
    buf = new TreeMap<>(buf);
    memory = new TreeMap<>(memory);
  }

  /** What a cookie describes; the process is 0 for the kernel's memory. */
  @JsonPropertyOrder({"kind", "proc", "addr", "size", "flags"})
  public record Cookie(String kind, long proc, long addr, long size, long flags) {
    /** Whether a lock gave it. */
    public boolean locked() {
      return kind.equals(LOCKED);
    }
  }

  /** What a buf describes; the process is 0 for the kernel's memory. */
  @JsonPropertyOrder({"cookie", "proc", "addr", "len", "direction", "blkno"})
  public record Buf(long cookie, long proc, long addr, long len, long direction, long blkno) {}
}
