package umemtck.tla.graph;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A state of locking and of the accounting of locked memory.
 *
 * @param lock cookie to what it describes
 * @param call thread to the call that it is in, in words: {@code ddi_umem_unlock 1}; only those
 *     that are in one
 * @param proc process to the project that it is in, 0 if it is gone
 * @param pages process to what it maps at which address
 * @param event process to the munmap or exit that is out; only those that have one
 * @param pins process to how often which page is pinned; only pages that are
 * @param used project, or 0 for the zone, to the bytes that are counted
 * @param limit project, or 0 for the zone, to its control
 * @param queue the cookies whose unlock is left to the worker, in order
 */
@JsonPropertyOrder({"lock", "call", "proc", "pages", "event", "pins", "used", "limit", "queue"})
public record LockState(
    SortedMap<Long, Locked> lock,
    SortedMap<String, String> call,
    SortedMap<Long, Long> proc,
    SortedMap<Long, SortedMap<Long, String>> pages,
    SortedMap<Long, Event> event,
    SortedMap<Long, SortedMap<Long, Long>> pins,
    SortedMap<Long, Long> used,
    SortedMap<Long, Long> limit,
    List<Long> queue)
    implements GraphState {

  /** The thread that does what is queued. */
  public static final String WORKER = "worker";

  /** The number under which the zone is held to account. */
  public static final long ZONE = 0;

  /** Keeps copies. */
  public LockState {
    lock = new TreeMap<>(lock);
    call = new TreeMap<>(call);
    proc = new TreeMap<>(proc);
    pages = new TreeMap<>(pages);
    event = new TreeMap<>(event);
    pins = new TreeMap<>(pins);
    used = new TreeMap<>(used);
    limit = new TreeMap<>(limit);
    queue = List.copyOf(queue);
  }

  /** What a cookie of a lock describes. */
  @JsonPropertyOrder({"proc", "addr", "len", "project", "counted", "stage", "cleanup"})
  public record Locked(
      long proc,
      long addr,
      long len,
      long project,
      boolean counted,
      String stage,
      String cleanup) {}

  /** A munmap or exit that is out; inside is the cookie whose cleanup function runs in it, or 0. */
  @JsonPropertyOrder({"op", "addr", "len", "inside"})
  public record Event(String op, long addr, long len, long inside) {}

  /** Whether a thread is between the charge and the answer of a lock. */
  public boolean locking() {
    return call.values().stream().anyMatch(c -> !c.startsWith("ddi_umem_unlock "));
  }
}
