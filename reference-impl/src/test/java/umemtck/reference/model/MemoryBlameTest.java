package umemtck.reference.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static umemtck.reference.model.Story.P;
import static umemtck.reference.model.Story.facets;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_NOSLEEP;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_PAGEABLE;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_TRASH;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Outcome;

/** Which facet a byte is held against that is not what it should be. */
class MemoryBlameTest {
  private static final int LOCKED = DDI_UMEM_NOSLEEP;
  private static final int PAGEABLE = DDI_UMEM_NOSLEEP | DDI_UMEM_PAGEABLE;
  private static final String ROUND_UP = "ALLOC.round-up/usable";
  private static final String DISJOINT = "ALLOC.disjoint/live";

  /** 9 of 16 bytes at 0x100, all of the page filled with 7; the neighbour, at 0x200, is as new. */
  private static Story beside() {
    return Story.documented()
        .gets(LOCKED, 9, 0x100, 1)
        .gets(LOCKED, P, 0x200, 2)
        .fills(0x100, P, 7);
  }

  @Test
  void aLostByteOfTheTailIsTheRoundingsFault() {
    assertEquals(List.of(ROUND_UP), facets(beside().finds(0x100, P, 7, 9, 3)));
    assertEquals(List.of(ROUND_UP), facets(beside().finds(0x100, P, 7, P - 1, 3)));
  }

  @Test
  void aLostByteBeforeTheTailIsTheNeighboursFaultIfThereIsOne() {
    assertEquals(List.of(DISJOINT), facets(beside().finds(0x100, P, 7, 8, 3)));
    Story alone = Story.documented().gets(LOCKED, 9, 0x100, 1).fills(0x100, P, 7);
    assertEquals(List.of(ROUND_UP), facets(alone.finds(0x100, P, 7, 8, 3)));
  }

  @Test
  void trashIsNobodysNeighbour() {
    Story beside =
        Story.documented()
            .gets(DDI_UMEM_NOSLEEP | DDI_UMEM_TRASH, P, 0, 9)
            .gets(LOCKED, P, 0x100, 1)
            .fills(0x100, P, 7);
    assertEquals(List.of(ROUND_UP), facets(beside.finds(0x100, P, 7, 8, 3)));
  }

  @Test
  void aByteThatAnotherStoredIsTheirOverlap() {
    Story two = beside();
    assertEquals(List.of(DISJOINT), facets(two.finds(0x200, P, 0, 3, 7)));
    two = beside().gets(LOCKED, 9, 0x300, 3).fills(0x200, P, 5);
    assertEquals(List.of(ROUND_UP), facets(two.finds(0x300, P, 0, 9, 5)));
    assertEquals(List.of(DISJOINT), facets(two.finds(0x300, P, 0, 8, 5)));
  }

  @Test
  void whoeverStoredWhatWasFoundIsNamed() {
    assertEquals(
        List.of(
            new Breach(DISJOINT, "0x07 at offset 2, found 0x05, which another allocation stored")),
        beside().fills(0x200, P, 5).finds(0x100, P, 7, 2, 5));
    assertEquals(
        List.of(new Breach(DISJOINT, "0x07 at offset 2, found 0x03, as it was stored")),
        beside().fills(0x200, P, 5).finds(0x100, P, 7, 2, 3));
    // A zero is anybody's.
    assertEquals(
        List.of(new Breach(DISJOINT, "0x07 at offset 2, found 0x00, as it was stored")),
        beside().fills(0x200, P, 0).finds(0x100, P, 7, 2, 0));
  }

  @Test
  void freshMemoryThatIsNotZeroIsNobodysButTheZeroing() {
    Story story = Story.documented().gets(LOCKED, 9, 0x100, 1).gets(PAGEABLE, 9, 0x200, 2);
    assertEquals(List.of("ALLOC.zero-filled/locked"), facets(story.finds(0x100, P, 0, 0, 7)));
    story = Story.documented().gets(LOCKED, 9, 0x100, 1).gets(PAGEABLE, 9, 0x200, 2);
    assertEquals(List.of("ALLOC.zero-filled/pageable"), facets(story.finds(0x200, P, 0, 15, 7)));
  }

  @Test
  void itsOwnBytesAreNotAnothers() {
    Story story = Story.documented().gets(LOCKED, P, 0x100, 1).fills(0x100, 8, 7);
    assertEquals(List.of("ALLOC.zero-filled/locked"), facets(story.finds(0x108, 8, 0, 0, 7)));
  }

  @Test
  void whatWasLostAfterPagingOutIsThePagingsFault() {
    assertEquals(
        List.of("ALLOC.default-locked/contents"),
        facets(beside().pagesOut().finds(0x100, P, 7, 9, 3)));
    Story pageable = Story.documented().gets(PAGEABLE, P, 0x100, 1).fills(0x100, 8, 7).pagesOut();
    assertEquals(
        List.of("ALLOC.pageable/contents-survive"), facets(pageable.finds(0x100, 8, 7, 0, 3)));
  }

  @Test
  void whatWasNeverStoredCannotBeLostByPagingOut() {
    Story story = Story.documented().gets(PAGEABLE, P, 0x100, 1).pagesOut();
    assertEquals(List.of("ALLOC.zero-filled/pageable"), facets(story.finds(0x100, P, 0, 3, 7)));
  }

  @Test
  void whatCannotBeTouched() {
    Call touch = new Call.MemoryFill(0x100, P, 1);
    Outcome trap = new Outcome.Panicked("bad trap");
    assertEquals(List.of(ROUND_UP), facets(beside().breaches(touch, trap)));
    assertEquals(
        List.of("ALLOC.default-locked/contents"),
        facets(beside().pagesOut().breaches(touch, trap)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 255})
  void everyByteCanBeStored(int value) {
    beside().fills(0x100, P, value);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 256})
  void whatIsNotAByteIsAFaultOfTheKit(int value) {
    Story story = beside();
    assertThrows(IllegalArgumentException.class, () -> story.fills(0x100, P, value));
  }
}
