package umemtck.conformance.exec;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

/**
 * Finds whoever a child has started, also in a session of its own and with its parent gone: each
 * child has a mark in its environment, and whoever it starts inherits that. Where there is no
 * {@code /proc}, or the mark was taken away, nobody is found.
 */
final class Stragglers {
  private static final String NAME = "UMEM_TCK_CHILD";
  private static final Path PROC = Path.of("/proc");

  /** One that starts another while it is looked for is found the next time. */
  private static final int ROUNDS = 5;

  private final String mark = UUID.randomUUID().toString();

  /** Marks a process that is going to be started. */
  void mark(Map<String, String> environment) {
    environment.put(NAME, mark);
  }

  /** Ends all that are marked. */
  void kill() {
    int round = 0;
    while (round < ROUNDS && killOnce()) {
      round++;
    }
  }

  private boolean killOnce() {
    boolean found = false;
    for (ProcessHandle p : ProcessHandle.allProcesses().toList()) {
      if (isMarked(p.pid())) {
        found |= p.destroyForcibly();
      }
    }
    return found;
  }

  /** The environment of somebody else's process cannot be read, and of one that ended is empty. */
  private boolean isMarked(long pid) {
    try {
      byte[] environment = Files.readAllBytes(PROC.resolve(pid + "/environ"));
      return new String(environment, StandardCharsets.ISO_8859_1).contains(NAME + "=" + mark);
    } catch (IOException e) {
      return false;
    }
  }
}
