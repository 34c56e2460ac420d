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
 * own where the system has a command for that, and a mark by which those are found that left it.
 */
final class ProcessGroup {
  private static final Set<ProcessGroup> ALIVE = ConcurrentHashMap.newKeySet();
  private static final boolean SETSID = isOnPath("setsid");

  static {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> ALIVE.forEach(ProcessGroup::kill), "umem-tck children"));
  }

  private final Process process;
  private final Stragglers stragglers;

  private ProcessGroup(Process process, Stragglers stragglers) {
    this.process = process;
    this.stragglers = stragglers;
  }

  /** Starts a shell command. */
  static ProcessGroup start(String command) throws IOException {
    List<String> words = new ArrayList<>(SETSID ? List.of("setsid") : List.of());
    words.addAll(List.of("/bin/sh", "-c", command));
    ProcessBuilder builder = new ProcessBuilder(words);
    Stragglers stragglers = new Stragglers();
    stragglers.mark(builder.environment());
    ProcessGroup group = new ProcessGroup(builder.start(), stragglers);
    ALIVE.add(group);
    // Whoever it leaves behind may hold its output open: its end would not be seen.
    group.process.onExit().thenRun(group::kill);
    return group;
  }

  Process process() {
    return process;
  }

  /** Ends all of it, now. More than once does no harm; comes back when it is done. */
  synchronized void kill() {
    if (!ALIVE.contains(this)) {
      return;
    }
    List<ProcessHandle> started = process.descendants().toList();
    process.destroyForcibly();
    started.forEach(ProcessHandle::destroyForcibly);
    if (SETSID) {
      killGroup();
    }
    stragglers.kill();
    ALIVE.remove(this);
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
