package umemtck.reference.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import umemtck.reference.Stage;
import umemtck.reference.Stage.Actor;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Ids;
import umemtck.spec.ddi.Prot;
import umemtck.spec.ddi.Resource;

/** Two applications map first; the story fails if the driver has no mutex. */
@Timeout(60) // Guards against hanging; no verdict depends on it.
class DriverStepsTest {
  private static final int PAGE = KernelOptions.PAGE_SIZE;

  private final Stage stage = new Stage();
  private final Kernel kernel = new Kernel(KernelOptions.of(Profile.DOCUMENTED), stage);

  @Test
  void theFirstMappersAllocateOnce() {
    bothMap(new ExampleDriver(kernel, PAGE, stage));
    ExampleDriver hasNoMutex =
        new ExampleDriver(kernel, PAGE, stage) {
          @Override
          protected void mutex_enter() {}

          @Override
          protected void mutex_exit() {}
        };
    assertThrows(AssertionError.class, () -> bothMap(hasNoMutex));
  }

  private void bothMap(ExampleDriver driver) {
    Actor one = mmap(driver, 0).to("allocate");
    Actor two = mmap(driver, 1);
    do {
      two.next();
    } while (!two.isAt("a wait") && !two.isAt("the end"));
    assertEquals(0, one.toEnd());
    assertEquals(0, two.toEnd());
    assertEquals(62, kernel.world().budgets().orElseThrow().getFree(Resource.PAGES));
    kernel.munmap(Ids.PROCESS, KernelOptions.WINDOW.base(), 2 * PAGE);
    assertEquals(0, driver.detach());
  }

  private Actor mmap(ExampleDriver driver, long page) {
    long addr = KernelOptions.WINDOW.base() + page * PAGE;
    return stage.call(() -> driver.mmap(Ids.PROCESS, addr, PAGE, 0, Prot.READ | Prot.WRITE));
  }
}
