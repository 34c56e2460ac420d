package umemtck.tla.graph;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.ddi.Resource;

/**
 * A state of allocation, freeing and cookies.
 *
 * @param live cookie to what it describes
 * @param free how much of each resource is available
 * @param memory a letter for each byte: {@code .} somebody else's, {@code 0} zero, else the digit
 *     of the cookie whose owner wrote it
 * @param asleep thread to what it waits for; only those that wait
 */
@JsonPropertyOrder({"live", "free", "memory", "asleep"})
public record AllocState(
    SortedMap<Long, Block> live,
    SortedMap<Resource, Long> free,
    String memory,
    SortedMap<String, Request> asleep)
    implements GraphState {

  /** The letter of a byte that belongs to nobody. */
  public static final char DIRT = '.';

  /** Keeps copies. */
  public AllocState {
    live = new TreeMap<>(live);
    free = new TreeMap<>(free);
    asleep = new TreeMap<>(asleep);
  }

  /** What a cookie describes. */
  @JsonPropertyOrder({"kind", "address", "pages"})
  public record Block(CookieKind kind, long address, long pages) {}

  /** What a sleeper asked for. */
  @JsonPropertyOrder({"size", "flag"})
  public record Request(long size, int flag) {}

  /** Whether something with memory of its own is live. */
  public boolean hasMemory() {
    return live.values().stream().anyMatch(b -> b.kind() != CookieKind.TRASH);
  }

  /** The live cookie that covers a byte, or null. */
  public Map.Entry<Long, Block> at(long address, long pageSize) {
    for (Map.Entry<Long, Block> e : live.entrySet()) {
      Block b = e.getValue();
      if (b.kind() != CookieKind.TRASH
          && address >= b.address()
          && address < b.address() + b.pages() * pageSize) {
        return e;
      }
    }
    return null;
  }
}
