package umemtck.conformance.plan;

import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_NOSLEEP;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_PAGEABLE;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_TRASH;
import static umemtck.spec.ddi.UmemLockFlag.DDI_UMEMLOCK_READ;
import static umemtck.spec.ddi.UmemLockFlag.DDI_UMEMLOCK_WRITE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import umemtck.conformance.plan.ExportStep.Of;
import umemtck.conformance.plan.ExportStep.Setup;
import umemtck.conformance.plan.LockStep.Range;
import umemtck.spec.ddi.BufFlag;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.DevmapCallback;
import umemtck.spec.ddi.DevmapFlag;
import umemtck.spec.ddi.Holder;
import umemtck.spec.ddi.MapFlag;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.ddi.Prot;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.Feature;

/** Makes one plan about mapped devices: some memory first, then devices that show it. */
final class ExportCook {
  private static final int STEPS = 32;
  private static final int RW = Prot.READ | Prot.WRITE;

  /** Where each process has memory of its own, to be locked; devices lie before it. */
  private static final int OWN = 40;

  private static final int OWN_PAGES = 8;

  private final Random random;
  private final Declaration declared;
  private final int errors;
  private final int remaps;
  private final int forks;
  private final int motifs;
  private final List<Step> steps = new ArrayList<>();
  private final List<Memory> memories = new ArrayList<>();
  private final List<Made> made = new ArrayList<>();
  private final List<Integer> processes = new ArrayList<>(List.of(0));
  private final boolean locks;
  private long nextPage;
  private int lastName;

  /**
   * What can be shown.
   *
   * @param name of an allocation or a lock
   * @param locked whether it is a lock
   * @param pages how many
   */
  record Memory(int name, boolean locked, boolean pageable, int pages) {}

  /**
   * A mapping that was asked for.
   *
   * @param name of it
   * @param proc whose
   * @param page its first page
   * @param pages how many
   */
  record Made(int name, int proc, long page, int pages) {}

  ExportCook(Random random, Declaration declared, int errors, int remaps, int forks, int motifs) {
    this.random = random;
    this.declared = declared;
    this.errors = errors;
    this.remaps = declared.offers(Feature.REMAP) ? remaps : 0;
    this.forks = forks;
    this.motifs = motifs;
    locks = declared.offers(Feature.LOCK) && kind() != null;
  }

  private MappingKind kind() {
    List<MappingKind> some =
        declared.mappings().stream().filter(k -> k != MappingKind.NOT_LOCKABLE).sorted().toList();
    if (some.contains(MappingKind.DEVICE) && chance(25)) {
      return MappingKind.DEVICE; // Of it there is no page list.
    }
    return some.isEmpty() ? null : any(some);
  }

  Plan plan() {
    if (declared.offers(Feature.PROCESSES)) {
      for (int i = random.nextInt(3); i > 0; i--) {
        steps.add(new LockStep.NewProcess(++lastName, 0));
        processes.add(lastName);
      }
    }
    if (declared.offers(Feature.DATA_MODELS) && chance(40)) {
      steps.add(new ExportStep.Model(any(processes), any(List.of(0x100000, 0x200000))));
    }
    if (locks && declared.offers(Feature.PROJECT_LIMIT) && chance(60)) {
      // Without a limit illumos counts no lock (ACCT.unlimited-bypass).
      steps.add(new LockStep.Limit(Holder.PROJECT, 0, Size.pages(64)));
    }
    memory();
    memory();
    if (locks && chance(75)) {
      lock();
    }
    for (int i = 0; i < 3; i++) {
      if (chance(motifs)) {
        motif();
      }
    }
    while (steps.size() < STEPS) {
      step();
    }
    return new Plan(Map.of(), false, steps);
  }

  private void step() {
    int dice = random.nextInt(100 + remaps + forks);
    if (dice >= 100 + remaps) {
      processes();
    } else if (dice >= 100) {
      remap();
    } else if (dice < 38) {
      map();
    } else if (dice < 60 && !made.isEmpty()) {
      steps.add(new ExportStep.Touch(any(made).name()));
    } else if (dice < 68 && !made.isEmpty()) {
      munmap(made.remove(random.nextInt(made.size())));
    } else if (dice < 74 && !made.isEmpty()) {
      protect(any(made));
    } else if (dice < 79) {
      memory();
    } else if (dice < 84 && locks) {
      lock();
    } else if (dice < 88 && locks && !made.isEmpty()) {
      softLock(any(made));
    } else if (dice < 90) {
      buf();
    } else if (dice < 92) {
      steps.add(new Step.PageOut());
    } else if (dice < 97) {
      motif();
    } else {
      end();
    }
  }

  // ---- Memory.

  private void memory() {
    int flag = chance(45) ? DDI_UMEM_PAGEABLE : 0;
    if (chance(10) && declared.offers(Feature.TRASH)) {
      flag = DDI_UMEM_TRASH;
    }
    int pages = 1 + random.nextInt(3);
    long odd = chance(40) ? -1 - random.nextInt((int) Math.min(declared.pageSize() - 1, 600)) : 0;
    memories.add(new Memory(++lastName, false, flag == DDI_UMEM_PAGEABLE, pages));
    Size size = new Size(Size.Base.ZERO, pages, odd);
    steps.add(new Step.Alloc(lastName, size, flag | DDI_UMEM_NOSLEEP, Context.USER));
  }

  private void lock() {
    int proc = any(processes);
    int page = OWN + random.nextInt(OWN_PAGES - 2);
    int pages = 1 + random.nextInt(3);
    steps.add(new LockStep.Mmap(proc, page, pages, kind(), RW));
    memories.add(new Memory(++lastName, true, false, pages));
    int flags = DDI_UMEMLOCK_READ | (chance(50) ? DDI_UMEMLOCK_WRITE : 0);
    flags = flags == (DDI_UMEMLOCK_READ | DDI_UMEMLOCK_WRITE) ? DDI_UMEMLOCK_WRITE : flags;
    steps.add(new LockStep.Lock(lastName, proc, Range.pages(page, pages), flags, Context.USER));
  }

  /** Ends what could be shown; passed over while a mapping shows it. */
  private void end() {
    if (memories.size() < 2) {
      return;
    }
    Memory m = memories.remove(random.nextInt(memories.size()));
    steps.add(
        m.locked()
            ? new LockStep.Unlock(m.name(), 0, Context.USER, false)
            : new Step.Free(m.name(), Context.USER));
  }

  /** A buf beside the mappings; of what it transfers everybody sees the bytes. */
  private void buf() {
    if (declared.offers(Feature.IOSETUP)) {
      Memory m = any(memories);
      Size len = Size.pages(m.pages());
      int direction = m.locked() ? BufFlag.B_WRITE : BufFlag.B_READ;
      steps.add(
          new BufStep.Setup(
              ++lastName,
              m.name(),
              m.locked(),
              Size.bytes(0),
              len,
              direction,
              DDI_UMEM_NOSLEEP,
              Context.USER));
      if (chance(60)) {
        steps.add(new BufStep.Transfer(lastName));
      }
    }
  }

  // ---- Mappings.

  private void map() {
    Memory m = any(memories);
    int koff = random.nextInt(m.pages());
    int pages = chance(50) ? m.pages() - koff : 1 + random.nextInt(m.pages() - koff);
    Setup right = setup(m, koff, pages);
    int proc = any(processes);
    int prot = RW;
    int opened = RW;
    int share = MapFlag.MAP_SHARED;
    Setup setup = right;
    Setup again = null;
    int entry = 0;
    int map = 0;
    boolean wrong = chance(errors);
    if (wrong) {
      switch (random.nextInt(13)) {
        case 0 ->
            setup = with(right, new Of(ExportStep.NULL, false, right.of().off(), pages(pages)));
        case 1, 2, 3 -> setup = with(right, beyond(m, pages));
        case 4 -> setup = new Setup(right.of(), maxprot(), right.flags(), right.callbacks());
        case 5, 6 -> setup = new Setup(right.of(), Prot.ALL, flags(), right.callbacks());
        case 7 -> again = setup(any(memories), 0, pages);
        case 8 -> {
          again = right;
          setup = with(right, beyond(m, pages));
        }
        case 12 -> // One page more than there is.
            setup =
                with(
                    right,
                    new Of(m.name(), m.locked(), pages(0), new Size(Size.Base.COOKIE, 1, 0)));
        case 9 -> entry = any(List.of(-1, 6, 22, 1));
        case 10 -> {
          setup = callbacks(right, DevmapCallback.DEVMAP_MAP);
          map = any(List.of(6, 12, 22));
        }
        default -> {
          share = chance(60) ? MapFlag.MAP_PRIVATE : share;
          opened = share == MapFlag.MAP_SHARED ? Prot.READ : RW;
          if (share == MapFlag.MAP_PRIVATE && chance(30)) {
            setup = callbacks(right, DevmapCallback.DEVMAP_ACCESS);
          }
        }
      }
    } else if (declared.offers(Feature.PROTECTION) && chance(20)) {
      prot = Prot.READ;
      setup =
          new Setup(right.of(), chance(50) ? Prot.READ | Prot.USER : Prot.ALL, right.flags(), 0);
    }
    long page = place(pages);
    add(proc, page, pages, prot, share, opened, setup, again, entry, map);
    if (wrong && chance(50)) {
      add(proc, page, pages, RW, MapFlag.MAP_SHARED, RW, right, null, 0, 0);
    }
  }

  private void add(
      int proc,
      long page,
      int pages,
      int prot,
      int share,
      int opened,
      Setup setup,
      Setup again,
      int entry,
      int map) {
    made.add(new Made(++lastName, proc, page, pages));
    steps.add(
        new ExportStep.Map(
            lastName, proc, page, pages, prot, share, opened, setup, again, entry, map));
  }

  /** Where nothing is mapped, or, now and then, where something was. */
  private long place(int pages) {
    if (nextPage + pages >= OWN) {
      nextPage = random.nextInt(4);
    }
    long page = nextPage;
    nextPage += pages + (chance(70) ? 1 : 0);
    return page;
  }

  private Setup setup(Memory m, int koff, int pages) {
    int flags = 0;
    if (declared.offers(Feature.REMAP) && chance(20 + remaps)) {
      flags = DevmapFlag.DEVMAP_ALLOW_REMAP;
      flags |= chance(25) ? DevmapFlag.DEVMAP_MAPPING_INVALID : 0;
    }
    int callbacks = declared.offers(Feature.DEVMAP_CALLBACKS) && chance(25) ? random.nextInt(4) : 0;
    Of of = new Of(m.name(), m.locked(), pages(koff), pages(pages));
    return new Setup(of, Prot.ALL, flags, callbacks);
  }

  private static Setup with(Setup s, Of of) {
    return new Setup(of, s.maxprot(), s.flags(), s.callbacks());
  }

  private Setup callbacks(Setup s, int bits) {
    boolean may = declared.offers(Feature.DEVMAP_CALLBACKS);
    return new Setup(s.of(), s.maxprot(), s.flags(), may ? bits : 0);
  }

  /** Beyond the memory, at every edge; or not whole pages. */
  private Of beyond(Memory m, int pages) {
    Size off = pages(0);
    Size len = pages(pages);
    switch (random.nextInt(11)) {
      case 0 -> off = Size.pages(-1);
      case 1 -> {
        off = Size.pages(-1);
        len = Size.pages(pages + 1);
      }
      case 2 -> len = new Size(Size.Base.COOKIE, 1, 0);
      case 3 -> off = new Size(Size.Base.COOKIE, 0, 0);
      case 4 -> {
        off = Size.pages(1);
        len = Size.belowMax(1, 1); // 2^64 less a page: with the offset the sum is 0.
      }
      case 5 -> off = Size.bytes(Long.MIN_VALUE);
      case 6 -> {
        off = Size.bytes(Long.MAX_VALUE & -declared.pageSize());
        len = Size.bytes(1L << 63);
      }
      case 7 -> off = Size.bytes(1 + random.nextInt(200));
      case 8 -> {
        off = Size.pages(m.pages() - 1); // Each of the two is right by itself.
        len = Size.pages(2);
      }
      case 9 -> {
        off = Size.bytes(1 + random.nextInt(100)); // Within, and neither is whole pages.
        len = new Size(Size.Base.ZERO, pages, -100 - random.nextInt(100));
      }
      default -> len = new Size(Size.Base.ZERO, pages, -1 - random.nextInt(100));
    }
    return new Of(m.name(), m.locked(), off, len);
  }

  private int maxprot() {
    return any(List.of(Prot.READ | Prot.USER, RW, RW, Prot.WRITE | Prot.USER, 0, Prot.USER));
  }

  private int flags() {
    return any(
        List.of(
            DevmapFlag.DEVMAP_MAPPING_INVALID,
            DevmapFlag.DEVMAP_MAPPING_INVALID,
            DevmapFlag.DEVMAP_USE_PAGESIZE,
            DevmapFlag.IOMEM_DATA_CACHED,
            DevmapFlag.IOMEM_DATA_CACHED | DevmapFlag.IOMEM_DATA_UC_WR_COMBINE,
            DevmapFlag.IOMEM_DATA_UNCACHED | DevmapFlag.IOMEM_DATA_CACHED,
            0x80000,
            0x80000 | DevmapFlag.DEVMAP_USE_PAGESIZE,
            0x40));
  }

  private void munmap(Made m) {
    long from = m.pages() > 1 && chance(20) ? m.page() + 1 : m.page();
    steps.add(new LockStep.Munmap(m.proc(), from, m.page() + m.pages() - from));
    if (chance(50)) {
      Memory memory = any(memories);
      int pages = Math.min(memory.pages(), m.pages());
      made.add(new Made(++lastName, m.proc(), m.page(), pages));
      steps.add(ExportStep.Map.plain(lastName, m.proc(), m.page(), pages, setup(memory, 0, pages)));
    }
  }

  private void protect(Made m) {
    if (declared.offers(Feature.PROTECTION)) {
      int pages = chance(60) ? m.pages() : 1;
      steps.add(
          new ExportStep.Protect(m.proc(), m.page(), pages, any(List.of(RW, Prot.READ, RW, 0))));
    }
  }

  private void softLock(Made m) {
    int flags = chance(50) ? DDI_UMEMLOCK_READ : DDI_UMEMLOCK_WRITE;
    int pages = chance(60) ? m.pages() : 1;
    Range at = Range.pages(m.page(), pages);
    steps.add(new LockStep.Lock(++lastName, m.proc(), at, flags, Context.USER));
    if (chance(50)) {
      steps.add(new Step.PageOut());
    }
    if (chance(50)) {
      steps.add(new LockStep.Unlock(lastName, m.proc(), Context.USER, false));
    }
  }

  private void remap() {
    if (made.isEmpty()) {
      return;
    }
    Made e = any(made);
    Memory m = chance(80) ? fitting(e.pages()) : any(memories);
    int off = random.nextInt(Math.max(1, m.pages() - e.pages() + 1));
    Of of = new Of(m.name(), m.locked(), pages(off), pages(e.pages()));
    int maxprot = Prot.ALL;
    int flags = 0;
    if (chance(Math.max(errors, 40))) {
      switch (random.nextInt(9)) {
        case 0 -> of = new Of(ExportStep.NULL, false, of.off(), of.len());
        case 1, 2 -> of = beyond(m, e.pages());
        case 3 -> maxprot = maxprot();
        case 4 -> flags = any(List.of(1, 2, 0x10000));
        case 5 -> {
          Size from = chance(50) ? pages(m.pages() - 1) : of.off();
          of = new Of(m.name(), m.locked(), from, pages(1));
        }
        case 6 -> maxprot = Prot.READ | Prot.USER;
        default -> of = new Of(m.name(), m.locked(), Size.pages(m.pages() - 1), pages(e.pages()));
      }
    }
    steps.add(new ExportStep.Remap(e.name(), of, maxprot, flags));
  }

  /** Memory that a mapping of so many pages can show; any where there is none. */
  private Memory fitting(int pages) {
    List<Memory> some = memories.stream().filter(m -> m.pages() >= pages).toList();
    return any(some.isEmpty() ? memories : some);
  }

  private void processes() {
    int proc = any(processes);
    if (declared.offers(Feature.FORK) && chance(60)) {
      steps.add(new ExportStep.Fork(++lastName, proc));
      if (chance(40)) {
        steps.add(new LockStep.Exit(lastName));
      }
    } else if (proc != 0 && chance(50)) {
      steps.add(new LockStep.Exit(proc));
      processes.remove((Integer) proc);
    } else {
      map();
    }
  }

  /** What takes several steps in order. */
  private void motif() {
    List<Memory> locked = memories.stream().filter(Memory::locked).toList();
    Memory m = any(locked.isEmpty() || chance(70) ? memories : locked);
    int pages = m.pages();
    int proc = any(processes);
    int name = ++lastName;
    lastName += 4;
    long page = place(pages + 1);
    Of all = new Of(m.name(), m.locked(), pages(0), pages(pages));
    ExportMotif motif = new ExportMotif(declared, name, proc, page, pages, all);
    steps.addAll(any(motif.all(m.pageable(), m.locked())));
  }

  private static Size pages(int n) {
    return Size.pages(n);
  }

  private <T> T any(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}
