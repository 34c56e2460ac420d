package umemtck.conformance.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import umemtck.conformance.plan.ExportStep.Of;
import umemtck.conformance.plan.ExportStep.Setup;
import umemtck.conformance.plan.LockStep.Range;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.DevmapCallback;
import umemtck.spec.ddi.DevmapFlag;
import umemtck.spec.ddi.MapFlag;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.ddi.Prot;
import umemtck.spec.ddi.UmemFlag;
import umemtck.spec.ddi.UmemLockFlag;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.Feature;

/**
 * Short sequences about one mapping that chance alone would seldom find.
 *
 * @param declared what the subject offers
 * @param name of the mapping; the four after it are free, too
 * @param proc whose address space
 * @param page its first page; the one behind its last is free, too
 * @param pages how many
 * @param all the memory that it shows
 */
record ExportMotif(Declaration declared, int name, int proc, long page, int pages, Of all) {
  /** How often those are there that need memory of a kind, and without which nothing finds it. */
  private static final int OFTEN = 6;

  private static final int RW = Prot.READ | Prot.WRITE;

  /** All that the subject offers what they need for. */
  List<List<Step>> all(boolean pageable, boolean locked) {
    List<List<Step>> some =
        new ArrayList<>(List.of(deserted(), several(), twice(), refusedSetups(), rounded()));
    if (locked && pages > 1) {
      some.addAll(Collections.nCopies(OFTEN, fromTheSecond()));
    }
    if (declared.offers(Feature.PROTECTION)) {
      some.addAll(Collections.nCopies(OFTEN / 2, protectedAgain())); // Little else goes beyond.
    }
    if (declared.offers(Feature.FORK)) {
      some.add(forked());
    }
    if (declared.offers(Feature.REMAP)) {
      some.add(validated());
      some.add(shrunk());
      some.add(refused());
      some.addAll(List.of(behind(), behind()));
      some.add(beyond());
      if (declared.offers(Feature.TRASH)) {
        some.add(junk());
      }
    }
    if (declared.offers(Feature.LOCK) && declared.offers(Feature.REMAP)) {
      some.add(lockedThough());
    }
    if (declared.offers(Feature.DEVMAP_CALLBACKS)) {
      some.add(mapRefused());
    }
    if (declared.offers(Feature.LOCK) && pageable) {
      some.addAll(Collections.nCopies(OFTEN, softLocked())); // Nothing else finds it.
    }
    return some;
  }

  private Step map(int as, long at, Setup setup) {
    return ExportStep.Map.plain(as, proc, at, pages, setup);
  }

  private Step munmap(long at) {
    return new LockStep.Munmap(proc, at, pages);
  }

  private Setup remappable(int more) {
    return new Setup(all, Prot.ALL, DevmapFlag.DEVMAP_ALLOW_REMAP | more, 0);
  }

  /** The last mapping of a cookie goes; the cookie is mapped again. */
  private List<Step> deserted() {
    return List.of(
        map(name, page, Setup.plain(all)),
        new ExportStep.Touch(name),
        munmap(page),
        map(name + 1, page, Setup.plain(all)),
        new ExportStep.Touch(name + 1));
  }

  /** Two mappings of a cookie, one of which goes. */
  private List<Step> several() {
    Step second =
        ExportStep.Map.plain(
            name + 1,
            proc,
            page + pages,
            1,
            Setup.plain(new Of(all.name(), all.locked(), Size.pages(pages - 1), Size.pages(1))));
    return List.of(
        map(name, page, Setup.plain(all)),
        second,
        new ExportStep.Touch(name),
        new ExportStep.Touch(name + 1),
        munmap(page),
        new ExportStep.Touch(name + 1));
  }

  /** A mapping shows all but the first page. */
  private List<Step> fromTheSecond() {
    Of rest = new Of(all.name(), all.locked(), Size.pages(1), Size.pages(pages - 1));
    return List.of(
        ExportStep.Map.plain(name, proc, page, pages - 1, Setup.plain(rest)),
        new ExportStep.Touch(name));
  }

  /** Offset and length are within, and neither is whole pages. */
  private List<Step> rounded() {
    Size len = new Size(Size.Base.ZERO, pages, -200);
    Of odd = new Of(all.name(), all.locked(), Size.bytes(100), len);
    return List.of(map(name, page, Setup.plain(odd)), new ExportStep.Touch(name));
  }

  /** The driver's entry sets up twice; the second time for the same memory. */
  private List<Step> twice() {
    Setup once = Setup.plain(all);
    return List.of(
        new ExportStep.Map(name, proc, page, pages, RW, 1, RW, once, once, 0, 0),
        new ExportStep.Touch(name));
  }

  /** A mapping that may be read and no more, and one that may be written. */
  private List<Step> protectedAgain() {
    Setup read = new Setup(all, Prot.READ | Prot.USER, 0, 0);
    return List.of(
        new ExportStep.Map(name, proc, page, pages, Prot.READ, 1, RW, read, null, 0, 0),
        new ExportStep.Protect(proc, page, pages, RW),
        new ExportStep.Protect(proc, page, 1, Prot.NONE),
        new ExportStep.Protect(proc, page, pages, Prot.READ),
        munmap(page),
        new ExportStep.Map(
            name + 1, proc, page, pages, Prot.READ, 1, RW, Setup.plain(all), null, 0, 0),
        new ExportStep.Protect(proc, page, pages, RW),
        new ExportStep.Protect(proc, page, pages, Prot.READ));
  }

  /** A child and its parent see what either stores. */
  private List<Step> forked() {
    return List.of(
        map(name, page, Setup.plain(all)),
        new ExportStep.Fork(name + 1, proc),
        new ExportStep.Touch(name),
        new LockStep.Exit(name + 1),
        new ExportStep.Touch(name));
  }

  /** The driver's devmap_map refuses a mapping; the pages are free afterwards. */
  private List<Step> mapRefused() {
    Setup calls = new Setup(all, Prot.ALL, 0, DevmapCallback.DEVMAP_MAP);
    return List.of(
        new ExportStep.Map(name, proc, page, pages, RW, 1, RW, calls, null, 0, 12),
        map(name + 1, page, Setup.plain(all)));
  }

  /** What is refused for one reason alone, each in turn; then what is right. */
  private List<Step> refusedSetups() {
    Of wraps = new Of(all.name(), all.locked(), Size.pages(1), Size.belowMax(1, 1));
    Setup once = Setup.plain(all);
    return List.of(
        map(name, page, Setup.plain(wraps)),
        map(name + 1, page, new Setup(all, RW, 0, 0)),
        new ExportStep.Map(
            name + 2, proc, page, pages, RW, MapFlag.MAP_PRIVATE, RW, once, null, 0, 0),
        new ExportStep.Map(
            name + 3, proc, page, pages, RW, MapFlag.MAP_SHARED, Prot.READ, once, null, 0, 0),
        map(name + 4, page, once));
  }

  /** A mapping is invalid until it is remapped. */
  private List<Step> validated() {
    return List.of(
        map(name, page, remappable(DevmapFlag.DEVMAP_MAPPING_INVALID)),
        new ExportStep.Touch(name),
        new ExportStep.Remap(name, all, Prot.ALL, 0),
        new ExportStep.Touch(name));
  }

  /** A mapping is remapped to memory that is shorter, by a call that says how short. */
  private List<Step> shrunk() {
    Of rest = new Of(all.name(), all.locked(), Size.pages(pages - 1), Size.pages(1));
    Of none = new Of(all.name(), all.locked(), Size.pages(1), Size.pages(pages));
    Of more = new Of(all.name(), all.locked(), Size.pages(0), Size.pages(pages + 1));
    Of negative = new Of(all.name(), all.locked(), Size.pages(-1), Size.pages(pages + 1));
    return List.of(
        map(name, page, remappable(0)),
        new ExportStep.Remap(name, rest, Prot.ALL, 0),
        new ExportStep.Touch(name),
        new ExportStep.Remap(name, none, Prot.ALL, 0),
        new ExportStep.Remap(name, more, Prot.ALL, 0), // The mapping fits, and the range does not.
        new ExportStep.Remap(name, negative, Prot.ALL, 0), // The sum wraps back into the memory.
        new ExportStep.Touch(name));
  }

  /** Somebody locks what can be remapped. */
  private List<Step> lockedThough() {
    int read = UmemLockFlag.DDI_UMEMLOCK_READ;
    return List.of(
        map(name, page, remappable(0)),
        new LockStep.Lock(name + 1, proc, Range.pages(page, pages), read, Context.USER));
  }

  /** A mapping is remapped with flags, and to less than it may do. */
  private List<Step> refused() {
    return List.of(
        map(name, page, remappable(0)),
        new ExportStep.Remap(name, all, Prot.ALL, DevmapFlag.DEVMAP_MAPPING_INVALID),
        new ExportStep.Touch(name),
        new ExportStep.Remap(name, all, Prot.READ | Prot.USER, 0),
        new ExportStep.Touch(name));
  }

  /** Behind a mapping there is memory of the process, before and after a remap. */
  private List<Step> behind() {
    List<Step> steps = new ArrayList<>(List.of(map(name, page, remappable(0))));
    if (declared.mappings().contains(MappingKind.ANON_PRIVATE)) {
      steps.add(new LockStep.Mmap(proc, page + pages, 1, MappingKind.ANON_PRIVATE, RW));
    }
    steps.add(new ExportStep.Touch(name));
    steps.add(new ExportStep.Remap(name, all, Prot.ALL, 0));
    steps.add(new ExportStep.Touch(name));
    Of shorter = new Of(all.name(), all.locked(), Size.pages(0), Size.pages(1));
    steps.add(new ExportStep.Remap(name, shorter, Prot.ALL, 0));
    steps.add(new ExportStep.Touch(name));
    return steps;
  }

  /** A mapping is remapped to junk, and back. */
  private List<Step> junk() {
    Of junk = new Of(name + 1, false, Size.pages(0), Size.pages(pages));
    int flag = UmemFlag.DDI_UMEM_TRASH | UmemFlag.DDI_UMEM_NOSLEEP;
    return List.of(
        new Step.Alloc(name + 1, Size.pages(pages), flag, Context.USER),
        map(name, page, remappable(0)),
        new ExportStep.Touch(name),
        new ExportStep.Remap(name, junk, Prot.ALL, 0),
        new ExportStep.Touch(name),
        new ExportStep.Remap(name, all, Prot.ALL, 0),
        new ExportStep.Touch(name));
  }

  /** Remaps from before the memory, by a sum that wraps, of too little of it, and of none. */
  private List<Step> beyond() {
    Of rest = new Of(all.name(), all.locked(), Size.pages(pages - 1), Size.pages(1));
    Of before = new Of(all.name(), all.locked(), Size.pages(-1), Size.pages(pages));
    Of wraps = new Of(all.name(), all.locked(), Size.pages(1), Size.belowMax(1, 1));
    return List.of(
        map(name, page, remappable(0)),
        new ExportStep.Remap(name, before, Prot.ALL, 0),
        new ExportStep.Remap(name, wraps, Prot.ALL, 0),
        new ExportStep.Remap(name, rest, Prot.ALL, 0),
        new ExportStep.Remap(
            name, new Of(ExportStep.NULL, false, all.off(), all.len()), Prot.ALL, 0),
        new ExportStep.Touch(name));
  }

  /** Two locks over what shows pageable memory; one of them goes, under pressure. */
  private List<Step> softLocked() {
    int read = UmemLockFlag.DDI_UMEMLOCK_READ;
    int flag = UmemFlag.DDI_UMEM_PAGEABLE | UmemFlag.DDI_UMEM_NOSLEEP;
    Of pageable = new Of(name + 3, false, Size.pages(0), Size.pages(pages));
    return List.of(
        new Step.Alloc(name + 3, Size.pages(pages), flag, Context.USER),
        map(name, page, Setup.plain(pageable)),
        new ExportStep.Touch(name),
        new LockStep.Lock(name + 1, proc, Range.pages(page, pages), read, Context.USER),
        new LockStep.Lock(name + 2, proc, Range.pages(page, 1), read, Context.USER),
        new LockStep.Unlock(name + 1, proc, Context.USER, false),
        new Step.PageOut(),
        new LockStep.Unlock(name + 2, proc, Context.USER, false),
        new ExportStep.Touch(name));
  }
}
