package umemtck.reference.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static umemtck.reference.kernel.Locker.P1;
import static umemtck.reference.kernel.Locker.PAGE;
import static umemtck.reference.kernel.Locker.READ;
import static umemtck.reference.kernel.Locker.addr;

import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import umemtck.reference.Stage;
import umemtck.reference.Stage.Actor;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.Ids;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.subject.CookieRef;
import umemtck.spec.subject.Waits;

/** A kernel whose calls overlap as a test says. Pages are counted as by {@link Locker}. */
final class Staged {
  final Stage stage = new Stage();
  final Kernel kernel;

  /** What the lock that answered last gave. */
  long cookie;

  Staged(Profile profile, BiFunction<KernelOptions, Waits, Kernel> boots) {
    kernel = boots.apply(KernelOptions.of(profile), stage);
    limit(1L << 40);
    kernel.mmap(P1, addr(0), 8 * PAGE, MappingKind.ANON_PRIVATE, Locker.RW);
  }

  /** It goes as it should with the kernel, and not with one that does a step wrong. */
  static void shows(Consumer<Staged> story, BiFunction<KernelOptions, Waits, Kernel> faulty) {
    for (Profile profile : Profile.values()) {
      story.accept(new Staged(profile, Kernel::new));
      assertThrows(AssertionError.class, () -> story.accept(new Staged(profile, faulty)));
    }
  }

  /** A lock that answers with an errno. */
  Actor lock(long page, long pages) {
    return stage.call(() -> locking(page, pages, READ, null));
  }

  Actor longterm(long page, long pages, LongConsumer cleanup) {
    return stage.call(() -> locking(page, pages, READ | Locker.LONGTERM, cleanup));
  }

  private int locking(long page, long pages, int flags, LongConsumer cleanup) {
    CookieRef cookiep = new CookieRef();
    int errno =
        cleanup == null
            ? kernel.ddi_umem_lock(addr(page), pages * PAGE, flags, cookiep)
            : kernel.umem_lockmemory(
                addr(page), pages * PAGE, flags, cookiep, Locker.calling(cleanup), 0);
    cookie = cookiep.get();
    return errno;
  }

  /** A lock that has answered; returns the cookie. */
  long locked(long page, long pages) {
    assertEquals(0, locking(page, pages, READ, null));
    return cookie;
  }

  /** The same with a cleanup function. */
  long lockedCalling(long page, long pages, LongConsumer cleanup) {
    assertEquals(0, locking(page, pages, READ | Locker.LONGTERM, cleanup));
    return cookie;
  }

  Actor unlock(long which) {
    return stage.act(() -> kernel.ddi_umem_unlock(which));
  }

  Actor unlockInInterrupt(long which) {
    return stage.act(
        () -> {
          kernel.enter(Context.INTERRUPT);
          kernel.ddi_umem_unlock(which);
        });
  }

  Actor munmap(long page, long pages) {
    return stage.act(() -> kernel.munmap(P1, addr(page), pages * PAGE));
  }

  Actor exit() {
    return stage.act(() -> kernel.exit(P1));
  }

  /** An alloc that answers with the cookie. */
  Actor alloc(long pages, int flag) {
    return stage.call(
        () -> {
          CookieRef cookiep = new CookieRef();
          kernel.ddi_umem_alloc(pages * PAGE, flag, cookiep);
          return cookiep.get();
        });
  }

  Actor free(long which) {
    return stage.act(() -> kernel.ddi_umem_free(which));
  }

  void limit(long bytes) {
    kernel.setLimit(Holder.PROJECT, Ids.PROJECT, bytes);
  }

  /** Pages counted for the project. */
  long used() {
    return kernel.getLocked(Holder.PROJECT, Ids.PROJECT) / PAGE;
  }
}
