package umemtck.tla.graph;

import java.util.List;
import java.util.Set;

/**
 * An action of the specification with its arguments and its answer.
 *
 * <p>The arguments, in order: {@code UmemAlloc} and {@code UmemAllocWakes}: thread, size, flag,
 * address, cookie. {@code UmemAllocRefused} and {@code UmemAllocSleeps}: thread, size, flag. {@code
 * UmemFree}: thread, cookie. {@code UmemFreeNull}: thread. {@code MemoryFill}: thread, address,
 * length, value. {@code SetFree}: resource, amount. {@code PageOut}: cookie, amount.
 *
 * <p>Of {@code UmemLock...} and {@code UmemLockMemory...}: thread, and for {@code Refused}, {@code
 * Denied} and {@code Charged} process, address, length, flags, for {@code umem_lockmemory} the
 * vector, and for {@code Charged} whether it is counted; for {@code Pinned} cookie, and whether a
 * cleanup function was registered; for {@code Failed} the errno. {@code UmemUnlock...}: thread,
 * cookie. {@code Callback...}: process, cookie. {@code Mmap}: process, address, kind. {@code
 * Munmap}: process, address, length. {@code MunmapDone}, {@code Exit} and {@code ExitDone}:
 * process. {@code Settaskid} and {@code SettaskidDenied}: process, project. {@code SetLimit}:
 * project or 0 for the zone, bytes.
 *
 * <p>Of {@code UmemIosetup} and {@code UmemIosetupRefused}: thread, cookie, offset, length,
 * direction, block number, sleepflag, for the first the buf, and whether memory for bufs is short
 * from then on. {@code Freerbuf}: thread, buf. {@code Strategy}: thread, buf, value, offset of the
 * first difference or -1, byte found there. {@code UmemLock}, in one step: thread, process,
 * address, length, flags, cookie. {@code UmemUnlock}: thread, cookie. {@code UserFill}: process,
 * address, length, value. {@code FailNext}: step.
 *
 * <p>Of exports: {@code DevmapUmemSetup} and {@code DevmapUmemSetupRefused}: process, address,
 * pages, prot, {@code shared} or {@code private}, {@code r} or {@code rw}; cookie, koff, len,
 * maxprot, flags; the cookie of a second setup, or {@code once}; whether there is an access
 * callback, and what the entry returns; what the setups answered, in order, or {@code none}; the
 * errno. {@code DevmapUmemRemap} and {@code DevmapUmemRemapRefused}: process, address; cookie, off,
 * len, maxprot, flags; and the addresses whose pages were switched. {@code DevmapMprotect} and
 * {@code DevmapMprotectRefused}: process, address, prot. {@code Fork}: parent, child. {@code
 * UserFill} and {@code UserFaults}: process, address. {@code MemoryFill}: cookie, page.
 *
 * @param action its name
 * @param args in order
 */
public record Step(String action, List<String> args) implements Comparable<Step> {
  private static final Set<String> REFUSALS =
      Set.of(
          "UmemAllocRefused",
          "UmemLockRefused",
          "UmemLockDenied",
          "UmemLockFailed",
          "UmemLockMemoryRefused",
          "UmemLockMemoryDenied",
          "UmemLockMemoryFailed",
          "SettaskidDenied",
          "UmemIosetupRefused",
          "DevmapUmemSetupRefused",
          "DevmapUmemRemapRefused",
          "DevmapMprotectRefused");

  /** Keeps a copy. */
  public Step {
    args = List.copyOf(args);
  }

  /** A step. */
  public static Step of(String action, Object... args) {
    return new Step(action, java.util.Arrays.stream(args).map(String::valueOf).toList());
  }

  /** Whether it is a call that gives nothing: NULL, or an errno. */
  public boolean isRefusal() {
    return REFUSALS.contains(action);
  }

  /** An argument that is a word. */
  public String word(int i) {
    return args.get(i);
  }

  /** An argument that is a number. */
  public long number(int i) {
    return Long.parseLong(args.get(i));
  }

  @Override
  public int compareTo(Step other) {
    int c = action.compareTo(other.action);
    return c != 0 ? c : String.join(" ", args).compareTo(String.join(" ", other.args));
  }

  @Override
  public String toString() {
    return action + "(" + String.join(", ", args) + ")";
  }
}
