package umemtck.conformance.exec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A process with all that it has started: they are ended together. It gets a process group of its
 * own where the system has a command for that; without, only what can be found is ended.
 */
final class ProcessGroup {
  private static final Set<ProcessGroup> ALIVE = ConcurrentHashMap.newKeySet();
  private static final boolean SETSID = isOnPath("setsid");

  static {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> ALIVE.forEach(ProcessGroup::kill), "umem-tck children"));
  }

  private final Process process;

  private ProcessGroup(Process process) {
    this.process = process;
  }

  /** Starts a shell command. */
  static ProcessGroup start(String command) throws IOException {
    List<String> words = new ArrayList<>(SETSID ? List.of("setsid") : List.of());
    words.addAll(List.of("/bin/sh", "-c", command));
    ProcessGroup group = new ProcessGroup(new ProcessBuilder(words).start());
    ALIVE.add(group);
    return group;
  }

  Process process() {
    return process;
  }

  /** Ends all of it, now. More than once does no harm. */
  void kill() {
    if (!ALIVE.remove(this)) {
      return;
    }
    List<ProcessHandle> started = process.descendants().toList();
    process.destroyForcibly();
    started.forEach(ProcessHandle::destroyForcibly);
    if (SETSID) {
      killGroup();
    }
  }

  /** Also whoever was started by somebody that has ended since. */
  private void killGroup() {
    try {
      Process kill =
          new ProcessBuilder("/bin/sh", "-c", "kill -KILL -" + process.pid())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      kill.waitFor(5, TimeUnit.SECONDS);
    } catch (IOException e) {
      // Then those that were found have to do.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean isOnPath(String command) {
    String path = System.getenv("PATH");
    for (String folder : (path == null ? "" : path).split(":")) {
      if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, command))) {
        return true;
      }
    }
    return false;
  }
}
