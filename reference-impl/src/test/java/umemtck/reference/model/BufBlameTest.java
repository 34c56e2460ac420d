package umemtck.reference.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static umemtck.reference.model.ExportStory.P;
import static umemtck.reference.model.ExportStory.at;
import static umemtck.reference.model.ExportStory.illumos;
import static umemtck.reference.model.ExportStory.kernel;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_NOSLEEP;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_PAGEABLE;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_SLEEP;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_TRASH;

import java.util.List;
import org.junit.jupiter.api.Test;
import umemtck.spec.ddi.BufFlag;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.FaultyStep;
import umemtck.spec.ddi.Outcome;

/** Which facets a buf is held against, what it transfers, and a request that gives none. */
class BufBlameTest {
  private static final String RANGE = "IOSETUP.success/range";
  private static final String STABLE = "LOCK.stable-content/same-pages";
  private static final String KINDS = "COOKIE.kinds/fixed";
  private static final Outcome NULL = new Outcome.SetUp(0);
  private static final Outcome PANIC = new Outcome.Panicked("bad buf");

  private static Call request(long cookie, long off, long len) {
    return request(cookie, off, len, DDI_UMEM_NOSLEEP);
  }

  private static Call request(long cookie, long off, long len, int sleepflag) {
    return new Call.UmemIosetup(cookie, off, len, BufFlag.B_READ, 0, 0, 0, sleepflag);
  }

  /** Pages 0 and 1 are locked, with cookie 9. */
  private static ExportStory locked() {
    return illumos().maps(0, 2).stores(0, 2, 1).locks(0, 2, 9);
  }

  @Test
  void aRequestWithoutABuf() {
    assertEquals(
        List.of("IOSETUP.kind/non-pageable"),
        illumos().allocs(1, 1).blamed(request(1, 0, P), NULL));
    assertEquals(List.of("IOSETUP.success/given"), locked().blamed(request(9, 0, P), NULL));
    assertEquals(
        List.of("IOSETUP.multiple/live"),
        locked().buf(0x50, 9, 1, true).blamed(request(9, 0, P), NULL));
    Call fault = new Call.FailNext(FaultyStep.BUF, 12);
    assertEquals(
        List.of("IOSETUP.nosleep-null/sleep"),
        locked().does(fault, Outcome.Done.INSTANCE).blamed(request(9, 0, P, DDI_UMEM_SLEEP), NULL));
  }

  @Test
  void aRequestWithoutABufInAnotherContext() {
    assertEquals(List.of("IOSETUP.context/kernel"), inContext(Context.KERNEL));
    assertEquals(List.of("IOSETUP.context/interrupt"), inContext(Context.INTERRUPT));
  }

  private static List<String> inContext(Context context) {
    ExportStory story = illumos().allocs(1, 1);
    return story.blamed(story.calls(context, request(1, 0, P)), NULL);
  }

  @Test
  void aRequestOnWhatIsExported() {
    ExportStory mapped = illumos().allocs(1, 1).exports(1, 0, 1, 1, 0);
    assertEquals(List.of(KINDS), mapped.blamed(request(1, 0, P), NULL));
    mapped = illumos().allocs(1, 1).exports(1, 0, 1, 1, 0).unmaps(0, 1);
    assertEquals(List.of(KINDS), mapped.blamed(request(1, 0, P), NULL));
    mapped = illumos().allocs(1, 1, DDI_UMEM_PAGEABLE).exports(1, 0, 1, 1, 0);
    assertEquals(
        List.of(KINDS, "IOSETUP.kind/pageable"),
        mapped.blamed(request(1, 0, P), new Outcome.SetUp(0x50)));
  }

  @Test
  void aBufThatShouldNotBe() {
    Outcome given = new Outcome.SetUp(0x50);
    assertEquals(
        List.of("IOSETUP.kind/pageable"),
        illumos().allocs(1, 1, DDI_UMEM_PAGEABLE).blamed(request(1, 0, P), given));
    assertEquals(
        List.of("IOSETUP.kind/trash"),
        illumos().allocs(1, 1, DDI_UMEM_TRASH).blamed(request(1, 0, P), given));
    assertEquals(
        List.of("IOSETUP.len-over-size/refused", "IOSETUP.in-bounds/refused"),
        illumos().allocs(1, 1).blamed(request(1, 0, 2 * P), given));
    assertEquals(
        List.of("IOSETUP.negative-offset/refused"),
        illumos().allocs(1, 1).blamed(request(1, -1, 1), given));
  }

  @Test
  void whatWasExpectedIsSaid() {
    assertEquals(
        "a buf: the arguments are right", illumos().allocs(1, 1).expected(request(1, 0, P), NULL));
    ExportStory kernel = illumos().allocs(1, 1);
    assertEquals(
        "NULL", kernel.expected(kernel.calls(Context.KERNEL, request(1, 0, 2 * P)), PANIC));
  }

  @Test
  void whatDoesNotReturn() {
    assertEquals(List.of("IOSETUP.nosleep-null/sleep"), resting(request(1, 0, P, DDI_UMEM_SLEEP)));
    assertEquals(List.of("IOSETUP.nosleep-null/refused"), resting(request(1, 0, P)));
    assertEquals(List.of(Breach.UNDECLARED), resting(new Call.Strategy(0x50, 0)));
  }

  private static List<String> resting(Call call) {
    ExportStory story = illumos().allocs(1, 1).buf(0x50, 1, 1, true);
    story.calls(call);
    return story.resting();
  }

  @Test
  void aMachineThatStops() {
    assertEquals(
        List.of("IOSETUP.success/given"),
        locked().buf(0x50, 9, 1, true).blamed(new Call.Freerbuf(0x50), PANIC));
    assertEquals(
        List.of(RANGE, STABLE),
        locked().buf(0x50, 9, 1, true).blamed(new Call.Strategy(0x50, 0), PANIC));
    assertEquals(
        List.of(RANGE),
        illumos().allocs(1, 1).buf(0x50, 1, 1, true).blamed(new Call.GetBuf(0x50), PANIC));
  }

  @Test
  void theAddressOfABuf() {
    ExportStory onLock = locked().does(request(9, 4, 4), new Outcome.SetUp(0x50));
    assertEquals(
        List.of("IOSETUP.address/locked"), onLock.blamed(new Call.GetBuf(0x50), fields(0)));
    onLock = locked().does(request(9, 4, 4), new Outcome.SetUp(0x50));
    assertEquals(
        "address 0x%x of process 1".formatted(at(0) + 4),
        onLock.expected(new Call.GetBuf(0x50), fields(0)));
    ExportStory kernel = illumos().allocs(1, 1).does(request(1, 4, 4), new Outcome.SetUp(0x50));
    assertEquals(
        List.of("IOSETUP.address/kernel"), kernel.blamed(new Call.GetBuf(0x50), fields(0)));
    kernel = illumos().allocs(1, 1).does(request(1, 4, 4), new Outcome.SetUp(0x50));
    assertEquals(
        "address 0x%x of process 0".formatted(kernel(1) + 4),
        kernel.expected(new Call.GetBuf(0x50), fields(0)));
  }

  /** What a buf of four bytes carries, at an address. */
  private static Outcome fields(long addr) {
    int flags = BufFlag.B_BUSY | BufFlag.B_PHYS | BufFlag.B_READ;
    return new Outcome.Fields(flags, 4, 0, 0, 0, addr, 0);
  }

  /** A device that reads memory, and finds it other than it is. */
  @Test
  void aTransferFromMemory() {
    ExportStory story = illumos().allocs(1, 1).buf(0x50, 1, 1, false);
    Call look = new Call.Strategy(0x50, 0);
    assertEquals(List.of(RANGE), story.blamed(look, new Outcome.Matched(3, 5)));
    assertEquals(
        "the bytes of the range; found 0x05 at offset 3",
        story.expected(look, new Outcome.Matched(3, 5)));
    assertEquals(
        "the bytes of the range; found 0x05 at offset 0",
        story.expected(look, new Outcome.Matched(0, 5)));
    assertEquals(
        "the bytes of the range; found all as compared",
        story.expected(new Call.Strategy(0x50, 9), new Outcome.Matched(-1, 0)));
  }

  @Test
  void whichPartOfLockedMemoryItIs() {
    String first = "IOSETUP.page-list/first-page";
    assertEquals(List.of(RANGE, STABLE), stopping(0));
    assertEquals(List.of(first, STABLE), stopping(4));
    assertEquals(List.of(first, STABLE), stopping(P));
    assertEquals(List.of(first, STABLE), stopping(P + 4));
  }

  private static List<String> stopping(long off) {
    return locked()
        .does(request(9, off, 4), new Outcome.SetUp(0x50))
        .blamed(new Call.Strategy(0x50, 0), PANIC);
  }

  @Test
  void whatIsNoByteIsNotTransferred() {
    ExportStory story = illumos().allocs(1, 1).buf(0x50, 1, 1, true);
    Outcome stored = new Outcome.Matched(-1, 0);
    story.does(new Call.Strategy(0x50, 0), stored).does(new Call.Strategy(0x50, 255), stored);
    for (int value : List.of(-1, 256)) {
      Call call = new Call.Strategy(0x50, value);
      assertThrows(IllegalArgumentException.class, () -> story.calls(call));
    }
  }
}
