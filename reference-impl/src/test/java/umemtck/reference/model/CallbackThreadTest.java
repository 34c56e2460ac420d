package umemtck.reference.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static umemtck.reference.model.LockStory.LONGTERM;
import static umemtck.reference.model.LockStory.READ;
import static umemtck.reference.model.LockStory.illumos;
import static umemtck.reference.model.LockStory.lockmemory;

import java.util.List;
import org.junit.jupiter.api.Test;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.CallbackVector;
import umemtck.spec.ddi.Outcome;

/** A change of the layout does not end before the cleanup function that it called came back. */
class CallbackThreadTest {
  private static final List<String> IN_THREAD = List.of("LOCKMEM.callback-context/in-thread");

  private final LockStory story = illumos();
  private final int lock = locked();
  private final int event = story.calls(story.unmap(0, 2));

  private int locked() {
    Call longterm = lockmemory(0, 0, 2, READ | LONGTERM, CallbackVector.CLEANUP);
    int id = story.calls(longterm);
    story.ends(id, new Outcome.Locked(0, 1));
    return id;
  }

  /** The function runs, and the driver has unlocked meanwhile: nothing else holds the event. */
  private LockStory running() {
    return story.called(event, lock, 1).unlocks(1);
  }

  @Test
  void notBefore() {
    assertEquals(IN_THREAD, running().blamed(event, Outcome.Done.INSTANCE));
  }

  @Test
  void notWhileSomethingElseIsOut() {
    running().calls(story.unmap(4, 1));
    assertEquals(IN_THREAD, story.blamed(event, Outcome.Done.INSTANCE));
  }

  @Test
  void notAfterSomethingElseHasEnded() {
    running().unmaps(4, 1);
    assertEquals(IN_THREAD, story.blamed(event, Outcome.Done.INSTANCE));
  }

  @Test
  void itEndsThen() {
    running().unmaps(4, 1).cameBack(lock).ends(event, Outcome.Done.INSTANCE);
  }

  /** Two changes touch the lock; either may call the function, also after the other has ended. */
  @Test
  void theOtherOfTwoEventsCallsIt() {
    LockStory two = illumos();
    int of = two.calls(lockmemory(0, 0, 2, READ | LONGTERM, CallbackVector.CLEANUP));
    two.ends(of, new Outcome.Locked(0, 1));
    int first = two.calls(two.unmap(0, 1));
    int second = two.calls(two.unmap(1, 1));
    two.unlocks(1).ends(first, Outcome.Done.INSTANCE).called(second, of, 1);
    assertEquals(IN_THREAD, two.blamed(second, Outcome.Done.INSTANCE));
  }
}
