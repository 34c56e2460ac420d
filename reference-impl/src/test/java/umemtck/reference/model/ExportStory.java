package umemtck.reference.model;

import java.util.List;
import umemtck.spec.Profile;
import umemtck.spec.ddi.BufFlag;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.DataModel;
import umemtck.spec.ddi.DevmapCallback;
import umemtck.spec.ddi.DevmapFlag;
import umemtck.spec.ddi.Ids;
import umemtck.spec.ddi.MapFlag;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Outcome.Mapped;
import umemtck.spec.ddi.Prot;
import umemtck.spec.ddi.Resource;
import umemtck.spec.ddi.UmemFlag;
import umemtck.spec.ddi.UmemSetup;
import umemtck.spec.subject.Feature;

/**
 * A {@link Story} about exports. Where it counts, it counts pages: page 0 is the window's first.
 * Kernel memory of cookie n is at n times 0x100.
 */
final class ExportStory {
  /** Bytes in a page. */
  static final int P = Story.P;

  static final int RW = Prot.READ | Prot.WRITE;
  static final int REMAP = DevmapFlag.DEVMAP_ALLOW_REMAP;
  static final int INVALID = REMAP | DevmapFlag.DEVMAP_MAPPING_INVALID;

  /** Handles are numbers of their own. */
  private static final long HANDLE = 0x1000;

  private final LockStory story;
  private long by = Ids.PROCESS;

  private ExportStory(LockStory story) {
    this.story = story;
  }

  /** Of a machine that offers everything but some features. */
  static ExportStory of(Profile profile, Feature... without) {
    return new ExportStory(LockStory.of(profile, without));
  }

  static ExportStory illumos() {
    return of(Profile.ILLUMOS);
  }

  static ExportStory documented() {
    return of(Profile.DOCUMENTED);
  }

  /** Whose calls are made from here on. */
  ExportStory by(long proc) {
    by = proc;
    story.by(proc);
    return this;
  }

  /** Process 2 is started, of the same program. */
  ExportStory second() {
    story.starts(2, 0);
    return this;
  }

  /** Process 2 is started, with a program of 32 bits. */
  ExportStory second32() {
    story.starts(2, 0);
    return does(new Call.SetDataModel(2, DataModel.DDI_MODEL_ILP32), Outcome.Done.INSTANCE);
  }

  ExportStory sets(Resource r, long amount) {
    return does(new Call.SetFree(r, amount), Outcome.Done.INSTANCE);
  }

  // ---- Memory of the kernel.

  ExportStory allocs(long cookie, long pages) {
    return allocs(cookie, pages, 0);
  }

  /** Allocates without waiting, with further flags. */
  ExportStory allocs(long cookie, long pages, int flags) {
    boolean trash = UmemFlag.trash(flags);
    return does(
        new Call.UmemAlloc(pages * P, UmemFlag.DDI_UMEM_NOSLEEP | flags),
        new Outcome.Allocated(trash ? 0 : kernel(cookie), cookie));
  }

  static long kernel(long cookie) {
    return cookie * 0x100;
  }

  /** The driver stores over the first pages of an allocation. */
  ExportStory fills(long cookie, long pages, int value) {
    return does(new Call.MemoryFill(kernel(cookie), pages * P, value), Outcome.Done.INSTANCE);
  }

  /** Who is blamed if the driver finds a byte where it looks for another. */
  List<String> driverFinds(long cookie, int value, long difference, int found) {
    return blamed(
        new Call.MemoryMatches(kernel(cookie), P, value), new Outcome.Matched(difference, found));
  }

  /** A buf, of as many pages from the start, by which a device writes, or which it reads. */
  ExportStory buf(long buf, long cookie, long pages, boolean reads) {
    int direction = reads ? BufFlag.B_READ : BufFlag.B_WRITE;
    return does(
        new Call.UmemIosetup(cookie, 0, pages * P, direction, 0, 0, 0, UmemFlag.DDI_UMEM_NOSLEEP),
        new Outcome.SetUp(buf));
  }

  // ---- Mappings of devices.

  /** A handle. */
  static long dhp(int n) {
    return HANDLE + n;
  }

  static UmemSetup setup(long cookie, long koff, long pages, int flags) {
    return new UmemSetup(cookie, koff, pages * P, Prot.ALL, flags, DevmapCallback.NONE);
  }

  /** Pages are mapped that show a cookie from some bytes on. */
  ExportStory exports(int n, long page, long pages, long cookie, long koff) {
    return exports(n, page, pages, setup(cookie, koff, pages, 0));
  }

  ExportStory exports(int n, long page, long pages, UmemSetup u) {
    return does(mmap(by, page, pages, u, null), mapped(n));
  }

  /** Process 1 maps a device whose driver makes one setup or, if the second is not null, two. */
  static Call mmapOf(long page, long pages, UmemSetup setup, UmemSetup again) {
    return mmap(Ids.PROCESS, page, pages, setup, again);
  }

  private static Call mmap(long proc, long page, long pages, UmemSetup setup, UmemSetup again) {
    return new Call.DevmapUmemSetup(
        proc, at(page), pages * P, RW, MapFlag.MAP_SHARED, RW, setup, again, 0, 0);
  }

  /** The mmap of a 64-bit program succeeds, and its two setups answered so. */
  static Outcome twice(int setup, int again, int n) {
    return new Mapped(0, setup, again, dhp(n), DataModel.DDI_MODEL_LP64, 0, 0);
  }

  /** The mmap succeeds with one setup. */
  Outcome mapped(int n) {
    return new Mapped(0, 0, Mapped.NOT_MADE, dhp(n), model(), 0, 0);
  }

  /** The mmap fails with what its setups answered. */
  Outcome failed(int errno, int setup, int again) {
    return new Mapped(errno, setup, again, 0, model(), 0, 0);
  }

  private int model() {
    return story.state().exports().model(by);
  }

  ExportStory remaps(int n, long cookie, long off, long pages) {
    return does(remap(n, cookie, off, pages), new Outcome.Result(0));
  }

  static Call remap(int n, long cookie, long off, long pages) {
    return new Call.DevmapUmemRemap(dhp(n), cookie, off, pages * P, Prot.ALL, 0);
  }

  ExportStory unmaps(long page, long pages) {
    story.unmaps(page, pages);
    return this;
  }

  ExportStory forks(long child) {
    return does(new Call.Fork(by), new Outcome.Created(child));
  }

  // ---- What applications do.

  /** Pages of their own. */
  ExportStory maps(long page, long pages) {
    story.maps(page, pages);
    return this;
  }

  ExportStory locks(long page, long pages, long cookie) {
    story.does(
        new Call.UmemLock(at(page), pages * P, LockStory.READ | LockStory.WRITE),
        new Outcome.Locked(0, cookie));
    return this;
  }

  ExportStory stores(long page, long pages, int value) {
    return does(new Call.UserFill(by, at(page), pages * P, value), Outcome.Done.INSTANCE);
  }

  /** Who is blamed if an application finds a byte where it looks for another. */
  List<String> finds(long page, int value, long difference, int found) {
    return blamed(
        new Call.UserMatches(by, at(page), P, value), new Outcome.Matched(difference, found));
  }

  /** Who is blamed if an application's load ends in a signal. */
  List<String> faults(long page) {
    return blamed(new Call.UserMatches(by, at(page), P, 0), new Outcome.Signalled(10));
  }

  // ---- The driver of Example 10-4.

  ExportStory shares(long page) {
    return does(share(page), new Outcome.Result(0));
  }

  /** Who is blamed if a mapping ends so. */
  List<String> refuses(Outcome outcome) {
    return blamed(share(0), outcome);
  }

  Call share(long page) {
    return new Call.SharedMmap(by, at(page), P, 0, RW);
  }

  /** The driver stores to some bytes of the shared area. */
  ExportStory sharedFill(long off, long len, int value) {
    return does(new Call.SharedFill(off, len, value), Outcome.Done.INSTANCE);
  }

  /** Who is blamed if the driver finds a byte where it looks for another, in one page. */
  List<String> sharedFinds(long page, int value, long difference, int found) {
    return blamed(
        new Call.SharedMatches(page * P, P, value), new Outcome.Matched(difference, found));
  }

  // ---- All of them.

  ExportStory does(Call call, Outcome outcome) {
    story.does(call, outcome);
    return this;
  }

  /** A call is made, and does not end yet; its number. */
  int calls(Call call) {
    return story.calls(call);
  }

  /** The same in another context. */
  int calls(Context context, Call call) {
    return story.calls(context, call);
  }

  ExportStory ends(int id, Outcome outcome) {
    story.ends(id, outcome);
    return this;
  }

  ExportStory rests() {
    story.rests();
    return this;
  }

  List<String> blamed(Call call, Outcome outcome) {
    return story.blamed(call, outcome);
  }

  List<String> blamed(int id, Outcome outcome) {
    return story.blamed(id, outcome);
  }

  /** What was expected instead, of the first that is blamed. */
  String expected(Call call, Outcome outcome) {
    return story.expected(call, outcome);
  }

  /** The same of a call that is out. */
  String expected(int id, Outcome outcome) {
    return story.expected(id, outcome);
  }

  List<String> resting() {
    return story.resting();
  }

  List<String> reading(Resource r, long amount) {
    return blamed(new Call.GetFree(r), new Outcome.Amount(amount));
  }

  UmemState state() {
    return story.state();
  }

  static long at(long page) {
    return LockStory.at(page);
  }
}
