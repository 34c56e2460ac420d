package umemtck.reference.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static umemtck.reference.model.ExportStory.INVALID;
import static umemtck.reference.model.ExportStory.P;
import static umemtck.reference.model.ExportStory.REMAP;
import static umemtck.reference.model.ExportStory.at;
import static umemtck.reference.model.ExportStory.illumos;
import static umemtck.reference.model.ExportStory.setup;

import java.util.List;
import org.junit.jupiter.api.Test;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Outcome;

/** Which facets are held against what applications see of their own pages, and beside devices. */
class UserBlameTest {
  private static final String CONTENTS = "DEVMAP.success/contents";
  private static final String BOTH_VIEWS = "ALLOC.kernel-and-user-usable/both-views";
  private static final String STABLE = "LOCK.stable-content/same-pages";
  private static final String RANGE = "IOSETUP.success/range";
  private static final Outcome PANIC = new Outcome.Panicked("bad trap");

  /** Page 0 is the process's own, page 1 shows cookie 1, and all hold ones. */
  private static ExportStory beside() {
    return illumos().allocs(1, 1).fills(1, 1, 1).maps(0, 1).stores(0, 1, 1).exports(1, 1, 1, 1, 0);
  }

  private static Call look(long page, long pages) {
    return new Call.UserMatches(1, at(page), pages * P, 1);
  }

  private static Outcome found(long difference) {
    return new Outcome.Matched(difference, 5);
  }

  @Test
  void pagesOfTheProcessAlone() {
    assertEquals(List.of(Breach.UNDECLARED), beside().blamed(look(0, 1), found(0)));
    assertEquals(List.of(Breach.UNDECLARED), beside().blamed(look(0, 1), PANIC));
  }

  @Test
  void aRangeThatIsOnlyInPartOfADevice() {
    assertEquals(List.of(CONTENTS, BOTH_VIEWS), beside().blamed(look(0, 2), found(P)));
    assertEquals(List.of(Breach.UNDECLARED), beside().blamed(look(0, 2), found(0)));
    assertEquals(List.of(Breach.UNDECLARED), beside().blamed(look(0, 2), found(P - 1)));
    assertEquals(
        List.of(CONTENTS, BOTH_VIEWS), beside().fills(1, 1, 2).blamed(look(0, 2), found(-1)));
  }

  @Test
  void aRangeOfTwoDevices() {
    ExportStory two = beside().maps(4, 1).stores(4, 1, 1).locks(4, 1, 9).exports(2, 2, 1, 9, 0);
    assertEquals(List.of(CONTENTS, STABLE), two.blamed(look(1, 2), found(P)));
  }

  @Test
  void whatAnApplicationStoredThroughADevice() {
    assertEquals(List.of(CONTENTS, BOTH_VIEWS, STABLE), beside().stores(1, 1, 7).finds(0, 1, 0, 7));
    assertEquals(
        List.of(Breach.UNDECLARED), beside().stores(1, 1, 7).stores(0, 1, 1).finds(0, 1, 0, 7));
    assertEquals(
        List.of(Breach.UNDECLARED), beside().stores(1, 1, 7).fills(1, 1, 1).finds(0, 1, 0, 7));
  }

  @Test
  void whatTheDriverMisses() {
    assertEquals(List.of(CONTENTS, BOTH_VIEWS), beside().stores(1, 1, 7).driverFinds(1, 7, 0, 1));
    // Memory of another cookie, where the byte is that was stored.
    ExportStory other = beside().allocs(2, 1).stores(1, 1, 7);
    assertEquals(List.of(CONTENTS, BOTH_VIEWS), other.driverFinds(2, 0, 0, 7));
    other = beside().allocs(2, 1).stores(1, 1, 7);
    assertEquals(List.of("ALLOC.zero-filled/locked"), other.driverFinds(2, 0, 0, 5));
    // Who stored last to memory that is gone has nothing to do with who has its cookie now.
    other =
        beside()
            .stores(1, 1, 7)
            .unmaps(1, 1)
            .does(new Call.UmemFree(1), Outcome.Done.INSTANCE)
            .allocs(1, 1);
    assertEquals(List.of("ALLOC.zero-filled/locked"), other.driverFinds(1, 0, 0, 5));
  }

  @Test
  void aStoreThatEndedInASignal() {
    ExportStory invalid =
        illumos()
            .allocs(1, 1)
            .fills(1, 1, 1)
            .exports(1, 0, 1, setup(1, 0, 1, INVALID))
            .does(new Call.UserFill(1, at(0), P, 7), new Outcome.Signalled(10));
    assertEquals(List.of("DEVMAP.invalid-faults/signal"), invalid.driverFinds(1, 1, 0, 7));
  }

  @Test
  void thePageBehindOneThatWasRemapped() {
    assertEquals(List.of("REMAP.length-fixed/whole"), remapped().finds(1, 1, 0, 5));
    assertEquals(
        List.of(Breach.UNDECLARED), remapped().maps(4, 1).stores(4, 1, 1).finds(4, 1, 0, 5));
    assertEquals(List.of(Breach.UNDECLARED), beside().maps(2, 1).stores(2, 1, 1).finds(2, 1, 0, 5));
  }

  /** Page 0 was remapped to cookie 2, page 1 is the process's own. */
  private static ExportStory remapped() {
    return illumos()
        .allocs(1, 1)
        .allocs(2, 2)
        .maps(1, 1)
        .exports(1, 0, 1, setup(1, 0, 1, REMAP))
        .stores(1, 1, 1)
        .remaps(1, 2, 0, 1);
  }

  @Test
  void aRoundedMappingThatStopsTheMachine() {
    ExportStory rounded = illumos().allocs(1, 2).exports(1, 0, 1, 1, 8);
    assertEquals(List.of("DEVMAP.rounding-contained/contained"), rounded.blamed(look(0, 1), PANIC));
  }

  @Test
  void whatADeviceTransferred() {
    ExportStory locked = illumos().maps(0, 2).stores(0, 2, 1).locks(0, 2, 9).buf(0x50, 9, 1, true);
    locked.does(new Call.Strategy(0x50, 7), new Outcome.Matched(-1, 0));
    assertEquals(List.of(RANGE, STABLE), locked.finds(0, 7, 0, 1));
    ExportStory kernel = illumos().maps(0, 1).stores(0, 1, 1).allocs(1, 1).allocs(2, 1);
    kernel.buf(0x50, 1, 1, true).does(new Call.Strategy(0x50, 7), new Outcome.Matched(-1, 0));
    assertEquals(List.of(Breach.UNDECLARED), kernel.finds(0, 1, 0, 7));
    assertEquals(List.of(RANGE), kernel.driverFinds(1, 7, 0, 1));
    kernel.fills(2, 1, 1);
    assertEquals(List.of(RANGE), kernel.driverFinds(1, 7, 0, 1));
    assertEquals(List.of("ALLOC.disjoint/live"), kernel.driverFinds(2, 1, 0, 7));
    kernel.fills(1, 1, 6);
    assertEquals(List.of("ALLOC.disjoint/live"), kernel.driverFinds(1, 6, 0, 7));
  }
}
