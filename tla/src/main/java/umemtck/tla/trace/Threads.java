package umemtck.tla.trace;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import umemtck.spec.ddi.Context;

/**
 * The threads that make calls, of which a specification has a fixed number: a call is made by the
 * first that is free in its context.
 */
final class Threads {
  private final TreeSet<String> names = new TreeSet<>();
  private final TreeSet<String> interrupts = new TreeSet<>();
  private final Map<Integer, String> busy = new HashMap<>();

  /** A fresh machine. */
  void boot() {
    busy.clear();
  }

  /** The thread of a new call. */
  String begin(int call, Context context) {
    String kind = context.maySleep() ? "thread" : "interrupt";
    int n = 1;
    while (busy.containsValue(kind + n)) {
      n++;
    }
    String name = kind + n;
    names.add(name);
    if (!context.maySleep()) {
      interrupts.add(name);
    }
    busy.put(call, name);
    return name;
  }

  /** The thread of a call that is out. */
  String of(int call) {
    return busy.get(call);
  }

  void end(int call) {
    busy.remove(call);
  }

  /** All of them; there is always one. */
  Object all() {
    names.add("thread1");
    return Map.of("set", names);
  }

  /** Those that service interrupts. */
  Object interrupts() {
    return Map.of("set", interrupts);
  }
}
