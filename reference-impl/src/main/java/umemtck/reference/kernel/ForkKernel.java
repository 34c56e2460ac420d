package umemtck.reference.kernel;

import java.util.List;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.subject.Waits;

/** Copies address spaces: fork, step by step. */
abstract class ForkKernel extends DeviceKernel {
  ForkKernel(KernelOptions options, Waits waits) {
    super(options, waits);
  }

  @Override
  public long fork(long proc) {
    Proc child;
    synchronized (this) {
      mustBeUp();
      Proc parent = proc(proc);
      child = population().newProc(parent.party().project(), null);
      child.setModel(parent.model());
      parent.space().mapped().forEach((number, page) -> copyOwn(child.space(), number, page));
      List<DevmapHandle> mapped =
          handles().stream()
              .filter(h -> h.isEstablished() && h.mmap().space() == parent.space())
              .toList();
      mapped.forEach(h -> duplicate(h, child));
    }
    callOwed();
    return child.id();
  }

  private void copyOwn(UserSpace child, long number, UserPage page) {
    if (page.device() == null) {
      child.map(number, isCopied(page) ? copy(page) : share(page));
    }
  }

  // ---- The steps of a fork.

  /** Whether the child gets a page of its own: of what is private, and not a device's. */
  protected boolean isCopied(UserPage page) {
    return page.kind() == MappingKind.ANON_PRIVATE || page.kind() == MappingKind.FILE_PRIVATE;
  }

  /** A page with the bytes of another one, whatever is behind that; nobody has locked it. */
  protected final UserPage copy(UserPage page) {
    UserPage copy = new UserPage(page.kind(), page.prot());
    byte[] bytes = new byte[options().pageSize()];
    bytesOf(page).read(0, bytes, 0, bytes.length);
    bytesOf(copy).write(0, bytes, 0, bytes.length);
    return copy;
  }

  /** A page with the memory of another one; nobody has locked it. */
  protected final UserPage share(UserPage page) {
    return new UserPage(page.kind(), page.prot(), page.frame());
  }

  /** Gives the child the mapping of a device, with a handle of its own (DEVMAP.fork-shares). */
  protected void duplicate(DevmapHandle h, Proc child) {
    DevmapHandle mine = new DevmapHandle(newHandle(), h.mmap().in(child), h, shownToChild(h));
    remember(mine);
    List<UserPage> parents = pages(h);
    place(mine);
    for (int i = 0; i < parents.size(); i++) {
      pages(mine).get(i).setProt(parents.get(i).prot());
    }
    owe(() -> callDup(h, mine));
  }

  /** What the child's mapping shows: the same pages (DEVMAP.fork-shares). */
  protected Exported shownToChild(DevmapHandle h) {
    return h.shows();
  }

  /** Calls devmap_dup: in this thread, once the child has the mapping. */
  protected void callDup(DevmapHandle h, DevmapHandle mine) {
    if (h.ops().devmap_dup() != null) {
      h.ops().devmap_dup().devmap_dup(h.dhp(), mine.dhp());
    }
  }
}
