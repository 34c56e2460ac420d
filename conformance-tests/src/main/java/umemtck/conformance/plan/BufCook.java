package umemtck.conformance.plan;

import static umemtck.spec.ddi.BufFlag.B_READ;
import static umemtck.spec.ddi.BufFlag.B_WRITE;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_NOSLEEP;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_PAGEABLE;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_SLEEP;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_TRASH;
import static umemtck.spec.ddi.UmemLockFlag.DDI_UMEMLOCK_READ;
import static umemtck.spec.ddi.UmemLockFlag.DDI_UMEMLOCK_WRITE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import umemtck.conformance.plan.LockStep.Range;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.FaultyStep;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.ddi.Prot;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.Feature;

/** Makes one plan about bufs: some memory first, then bufs on it. */
final class BufCook {
  private static final int STEPS = 20;

  /** Pages that are mapped to be locked. */
  private static final int MAPPED = 8;

  private final Random random;
  private final Declaration declared;
  private final int errors;
  private final int contexts;
  private final int faults;
  private final List<Step> steps = new ArrayList<>();
  private final List<Source> sources = new ArrayList<>();
  private final List<Integer> bufs = new ArrayList<>();
  private final boolean locks;
  private int lastName;

  /**
   * What a buf can be made on.
   *
   * @param name of an allocation or a lock
   * @param flags of the lock; 0 for an allocation
   */
  private record Source(int name, int flags) {}

  BufCook(Random random, Declaration declared, int errors, int contexts, int faults) {
    this.random = random;
    this.declared = declared;
    this.errors = errors;
    this.contexts = contexts;
    this.faults = faults;
    locks = declared.offers(Feature.LOCK) && kind() != null;
  }

  /** The first kind of memory that can be locked, or null. */
  private MappingKind kind() {
    return declared.mappings().stream()
        .filter(k -> k != MappingKind.NOT_LOCKABLE)
        .sorted()
        .findFirst()
        .orElse(null);
  }

  Plan plan() {
    if (locks) {
      if (declared.offers(Feature.PROJECT_LIMIT)) {
        // More than all locks together: only what is limited is sure to be counted
        // (IOSETUP.no-charge).
        steps.add(new LockStep.Limit(Holder.PROJECT, 0, Size.pages(3 * STEPS)));
      }
      steps.add(new LockStep.Mmap(0, 0, MAPPED, kind(), Prot.READ | Prot.WRITE));
      lock();
    }
    alloc();
    while (steps.size() < STEPS) {
      step();
    }
    return new Plan(Map.of(), false, steps);
  }

  private void step() {
    int dice = random.nextInt(100 + faults);
    if (dice >= 100) {
      steps.add(new LockStep.FailNext(FaultyStep.BUF, Errno.ENOMEM));
      setup();
    } else if (dice < 40) {
      setup();
    } else if (dice < 65 && !bufs.isEmpty()) {
      steps.add(new BufStep.Transfer(any(bufs)));
    } else if (dice < 75 && !bufs.isEmpty()) {
      steps.add(new BufStep.Free(bufs.remove(random.nextInt(bufs.size()))));
    } else if (dice < 84) {
      alloc();
    } else if (dice < 93 && locks) {
      lock();
    } else {
      end();
    }
  }

  private void alloc() {
    int flag = chance(15) ? DDI_UMEM_PAGEABLE : 0;
    if (flag == 0 && chance(12) && declared.offers(Feature.TRASH)) {
      flag = DDI_UMEM_TRASH;
    }
    long odd = chance(40) ? -1 - random.nextInt((int) Math.min(declared.pageSize() - 1, 600)) : 0;
    Size size = new Size(Size.Base.ZERO, 1 + random.nextInt(3), odd);
    sources.add(new Source(++lastName, 0));
    steps.add(new Step.Alloc(lastName, size, flag | DDI_UMEM_NOSLEEP, Context.USER));
  }

  private void lock() {
    int[] all = {DDI_UMEMLOCK_READ, DDI_UMEMLOCK_WRITE};
    int flags = all[random.nextInt(all.length)];
    int page = random.nextInt(MAPPED);
    int pages = 1 + random.nextInt(Math.min(3, MAPPED - page));
    sources.add(new Source(++lastName, flags));
    steps.add(new LockStep.Lock(lastName, 0, Range.pages(page, pages), flags, Context.USER));
  }

  /** Ends what a buf could be made on; passed over while there is a buf on it. */
  private void end() {
    if (sources.isEmpty()) {
      return;
    }
    Source s = sources.remove(random.nextInt(sources.size()));
    steps.add(
        s.flags() == 0
            ? new Step.Free(s.name(), Context.USER)
            : new LockStep.Unlock(s.name(), 0, Context.USER, false));
  }

  private void setup() {
    if (sources.isEmpty()) {
      return;
    }
    Source s = any(sources);
    boolean sleeps = chance(40);
    Context context =
        chance(contexts) ? sleeps || chance(50) ? Context.KERNEL : Context.INTERRUPT : Context.USER;
    int direction =
        s.flags() == DDI_UMEMLOCK_READ || (s.flags() == 0 && chance(50)) ? B_WRITE : B_READ;
    int sleepflag = sleeps ? DDI_UMEM_SLEEP : DDI_UMEM_NOSLEEP;
    Size off = off();
    Size len = len(off);
    if (chance(errors)) {
      switch (random.nextInt(6)) {
        case 0 -> direction = any(List.of(0, B_READ | B_WRITE, 1, B_READ | 1, -1));
        case 1 -> sleepflag = any(List.of(2, 3, -1, 4));
        case 2 ->
            off =
                any(
                    List.of(
                        Size.pages(-1),
                        Size.bytes(-1),
                        Size.pages(-2),
                        Size.bytes(Long.MIN_VALUE)));
        case 3 ->
            len =
                any(
                    List.of(
                        beyond(1),
                        new Size(Size.Base.COOKIE, 1, 0),
                        Size.belowMax(0, 0),
                        Size.belowMax(1, 1),
                        Size.bytes(1L << 63)));
        case 4 ->
            off =
                any(
                    List.of(
                        beyond(0),
                        beyond(1),
                        new Size(Size.Base.COOKIE, 1, 0),
                        Size.bytes(Long.MAX_VALUE)));
        default -> {
          off = new Size(Size.Base.COOKIE, -1, 0);
          len = Size.pages(2);
        }
      }
      if (chance(30)) {
        off = any(List.of(off, Size.pages(-1), Size.bytes(-1)));
      }
    }
    bufs.add(++lastName);
    steps.add(
        new BufStep.Setup(
            lastName, s.name(), s.flags() != 0, off, len, direction, sleepflag, context));
  }

  private Size off() {
    return any(
        List.of(
            Size.bytes(0),
            Size.bytes(0),
            Size.bytes(1 + random.nextInt(100)),
            Size.pages(1),
            new Size(Size.Base.ZERO, 1, 1 + random.nextInt(100)),
            beyond(-1 - random.nextInt(50))));
  }

  private Size len(Size off) {
    if (off.base() == Size.Base.COOKIE) {
      return Size.bytes(-off.bytes());
    }
    return any(
        List.of(
            Size.bytes(1),
            Size.bytes(1 + random.nextInt(100)),
            Size.pages(1),
            new Size(Size.Base.COOKIE, -off.pages(), -off.bytes()),
            new Size(Size.Base.COOKIE, -off.pages(), -off.bytes()),
            Size.bytes(0)));
  }

  /** So many bytes behind the end of the memory. */
  private static Size beyond(long bytes) {
    return new Size(Size.Base.COOKIE, 0, bytes);
  }

  private <T> T any(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}
