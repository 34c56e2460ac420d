package umemtck.reference.kernel;

import java.util.List;

/**
 * What a mapping of a device shows: memory of a cookie, from one of its pages on.
 *
 * @param block what the cookie stands for, or null
 * @param lock what the cookie stands for, or null
 * @param locked the pages of the lock, from its first on; null where none is mapped any more
 * @param first which page of the cookie's memory the mapping begins with
 */
public record Exported(Block block, Lock lock, List<UserPage> locked, long first) {
  /** The same from a later page on. */
  public Exported from(long pages) {
    return new Exported(block, lock, locked, first + pages);
  }
}
