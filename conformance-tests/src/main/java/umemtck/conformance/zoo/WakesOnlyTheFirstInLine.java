package umemtck.conformance.zoo;

import java.util.ArrayDeque;
import java.util.Deque;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.ddi.CookieKind;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Keeps its sleepers in a line, and lets none pass the first, even if the first wants too much.
 *
 * <p>Breaks ALLOC.sleep-succeeds: a sleeper for whom enough is free goes on; there is no order to
 * wait for.
 */
final class WakesOnlyTheFirstInLine extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      private final Deque<Object> line = new ArrayDeque<>();

      @Override
      protected void sleep(long pages, CookieKind kind) {
        Object me = new Object();
        line.add(me);
        waits.await(() -> line.peek() == me && isEnough(pages, kind));
        line.remove();
        waits.changed();
      }
    };
  }
}
