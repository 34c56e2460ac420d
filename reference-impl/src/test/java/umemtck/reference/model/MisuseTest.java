package umemtck.reference.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static umemtck.reference.model.Story.P;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_NOSLEEP;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_PAGEABLE;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_SLEEP;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_TRASH;
import static umemtck.spec.ddi.UmemLockFlag.DDI_UMEMLOCK_READ;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import umemtck.spec.Profile;
import umemtck.spec.ddi.BufFlag;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.Outcome.Allocated;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.Feature;

/** What a subject that declares CHECKED owes to a caller who breaks a duty. */
class MisuseTest {
  private static final int CONFLICT = DDI_UMEM_NOSLEEP | DDI_UMEM_PAGEABLE | DDI_UMEM_TRASH;
  private static final int UNKNOWN = DDI_UMEM_NOSLEEP | 0x8;
  private static final Outcome PANIC = new Outcome.Panicked("bad flags");

  private final UmemModel model =
      new UmemModel(
          ModelConfig.of(
              Declaration.ofPageSize(P).offering(Feature.TRASH, Feature.CHECKED),
              Profile.DOCUMENTED));

  private Breach misused(Context context, Call call, Outcome outcome, boolean wasLive) {
    return misused(UmemState.INIT, context, call, outcome, wasLive);
  }

  private Breach misused(
      UmemState s, Context context, Call call, Outcome outcome, boolean wasLive) {
    Answer.Undefined broken =
        assertInstanceOf(Answer.Undefined.class, model.invoke(s, 1, context, call));
    return model.misused(broken, call, outcome, wasLive);
  }

  private Breach flagged(int flag, Outcome outcome) {
    return misused(Context.USER, new Call.UmemAlloc(P, flag), outcome, false);
  }

  static Stream<Arguments> soundAnswers() {
    return Stream.of(
        Arguments.of(CONFLICT, PANIC),
        Arguments.of(CONFLICT, Allocated.REFUSED),
        Arguments.of(CONFLICT, new Allocated(0x100, 1)),
        Arguments.of(UNKNOWN, PANIC),
        Arguments.of(UNKNOWN, Allocated.REFUSED),
        Arguments.of(UNKNOWN, new Allocated(0x100, 1)),
        // As if the bit were absent: trash.
        Arguments.of(UNKNOWN | DDI_UMEM_TRASH, Allocated.REFUSED),
        Arguments.of(UNKNOWN | DDI_UMEM_TRASH, new Allocated(0, 1)));
  }

  @ParameterizedTest
  @MethodSource("soundAnswers")
  void flagsMayBeDiagnosedRefusedOrServed(int flag, Outcome outcome) {
    assertNull(flagged(flag, outcome));
  }

  static Stream<Arguments> corruptAnswers() {
    return Stream.of(
        Arguments.of(CONFLICT, new Allocated(0, 1), "ALLOC.flag-conflict/consistent"),
        Arguments.of(CONFLICT, new Allocated(0x100, 0), "ALLOC.flag-conflict/consistent"),
        Arguments.of(CONFLICT, Outcome.Done.INSTANCE, "ALLOC.flag-conflict/consistent"),
        Arguments.of(UNKNOWN, new Allocated(0, 1), "ALLOC.flag-unknown/consistent"),
        Arguments.of(UNKNOWN, new Allocated(0x100, 0), "ALLOC.flag-unknown/consistent"),
        Arguments.of(
            UNKNOWN | DDI_UMEM_TRASH, new Allocated(0x100, 1), "ALLOC.flag-unknown/consistent"));
  }

  @ParameterizedTest
  @MethodSource("corruptAnswers")
  void flagsAreNotAnsweredWithHalfAnAllocation(int flag, Outcome outcome, String facet) {
    assertEquals(facet, flagged(flag, outcome).facet());
  }

  @Test
  void sleepInAnInterruptIsDiagnosed() {
    Call call = new Call.UmemAlloc(P, DDI_UMEM_SLEEP);
    assertNull(misused(Context.INTERRUPT, call, PANIC, false));
    assertEquals(
        "ALLOC.context/sleep-interrupt-diagnosed",
        misused(Context.INTERRUPT, call, new Allocated(0x100, 1), false).facet());
  }

  @Test
  void aFreeOfWhatIsNotLiveIsDiagnosed() {
    Call call = new Call.UmemFree(1);
    assertNull(misused(Context.USER, call, PANIC, true));
    assertEquals(
        "FREE.exactly-once/twice-diagnosed",
        misused(Context.USER, call, Outcome.Done.INSTANCE, true).facet());
    assertEquals(
        "FREE.exactly-once/stranger-diagnosed",
        misused(Context.USER, call, Outcome.Done.INSTANCE, false).facet());
  }

  @Test
  void aLockOutsideUserContextIsDiagnosed() {
    Call call = new Call.UmemLock(0x100, P, DDI_UMEMLOCK_READ);
    for (Context context : List.of(Context.KERNEL, Context.INTERRUPT)) {
      assertNull(misused(context, call, PANIC, false));
      assertEquals(
          "LOCK.context/misuse-diagnosed",
          misused(context, call, new Outcome.Locked(Errno.EFAULT, 0), false).facet());
    }
  }

  @Test
  void anUnlockOfAnAllocationIsDiagnosed() {
    UmemState allocated = Story.documented().gets(DDI_UMEM_NOSLEEP, P, 0x100, 1).state();
    Call call = new Call.UmemUnlock(1);
    assertNull(misused(allocated, Context.USER, call, PANIC, true));
    assertEquals(
        "UNLOCK.alloc-cookie/diagnosed",
        misused(allocated, Context.USER, call, Outcome.Done.INSTANCE, true).facet());
  }

  @Test
  void aBufThatIsAskedForWithSleepInAnInterruptIsDiagnosed() {
    UmemState allocated = Story.documented().gets(DDI_UMEM_NOSLEEP, P, 0x100, 1).state();
    Call call = new Call.UmemIosetup(1, 0, P, BufFlag.B_READ, 0, 0, 0, DDI_UMEM_SLEEP);
    assertNull(misused(allocated, Context.INTERRUPT, call, PANIC, true));
    assertEquals(
        "IOSETUP.context/sleep-interrupt-diagnosed",
        misused(allocated, Context.INTERRUPT, call, new Outcome.SetUp(0x50), true).facet());
  }

  @Test
  void aFreeUnderABufIsDiagnosed() {
    UmemState s = ExportStory.documented().allocs(1, 1).buf(0x50, 1, 1, true).state();
    assertEquals(
        "COOKIE.no-buf-reference/outstanding-buf-diagnosed",
        misused(s, Context.USER, new Call.UmemFree(1), Outcome.Done.INSTANCE, true).facet());
  }

  /** Pageable memory of two pages, mapped at page 0; a page is locked if it is not negative. */
  private static ExportStory pageable(int flags, long locked) {
    ExportStory story = ExportStory.documented().allocs(1, 2, flags).exports(1, 0, 2, 1, 0);
    return locked < 0 ? story : story.locks(locked, 1, 9);
  }

  private static String broken(UmemState s) {
    UmemModel exports = new UmemModel(LockStory.config(Profile.DOCUMENTED));
    Answer a = exports.invoke(s, 99, Context.USER, new Call.UmemFree(1));
    return assertInstanceOf(Answer.Undefined.class, a).clause();
  }

  @Test
  void aFreeOfPageableMemoryUnderALockIsDiagnosed() {
    UmemState s = pageable(DDI_UMEM_PAGEABLE, 1).state();
    assertEquals("FREE.pageable-softlocked", broken(s));
    assertEquals(
        "FREE.pageable-softlocked/diagnosed",
        misused(s, Context.USER, new Call.UmemFree(1), Outcome.Done.INSTANCE, true).facet());
  }

  @Test
  void aFreeOfOtherMappedMemoryIsNot() {
    assertEquals("FREE.while-mapped", broken(pageable(DDI_UMEM_PAGEABLE, -1).state()));
    assertEquals("FREE.while-mapped", broken(pageable(0, 1).state()));
    ExportStory other = pageable(DDI_UMEM_PAGEABLE, -1).allocs(2, 1, DDI_UMEM_PAGEABLE);
    assertEquals("FREE.while-mapped", broken(other.exports(2, 4, 1, 2, 0).locks(4, 1, 9).state()));
    UmemState s = pageable(0, 1).state();
    assertNull(misused(s, Context.USER, new Call.UmemFree(1), Outcome.Done.INSTANCE, true));
  }

  @Test
  void ofOtherDutiesNothingIsOwed() {
    Call call = new Call.MemoryFill(0x100, 1, 1);
    assertNull(misused(Context.USER, call, Outcome.Done.INSTANCE, false));
  }
}
