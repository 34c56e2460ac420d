package umemtck.reference.driver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static umemtck.spec.ddi.DataModel.DDI_MODEL_ILP32;
import static umemtck.spec.ddi.DataModel.DDI_MODEL_LP64;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import umemtck.reference.MonitorWaits;
import umemtck.reference.kernel.DevmapHandle;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.Ids;
import umemtck.spec.ddi.Prot;
import umemtck.spec.ddi.Resource;
import umemtck.spec.subject.Budgets;
import umemtck.spec.subject.DataModels;
import umemtck.spec.subject.DevmapCallbackCtl;

/** The example shares one page among all applications of a data model, and frees it in time. */
class ExampleDriverTest {
  private static final int PAGE = KernelOptions.PAGE_SIZE;
  private static final int RW = Prot.READ | Prot.WRITE;
  private static final long P1 = Ids.PROCESS;

  private final MonitorWaits waits = new MonitorWaits();
  private Kernel kernel;
  private ExampleDriver driver;

  private void boot(Profile profile) {
    kernel = new Kernel(KernelOptions.of(profile), waits);
    driver = new ExampleDriver(kernel, PAGE, waits);
  }

  private static long addr(long page) {
    return KernelOptions.WINDOW.base() + page * PAGE;
  }

  private int mmap(long proc, long page) {
    return driver.mmap(proc, addr(page), PAGE, 0, RW);
  }

  private CompletableFuture<Integer> mmapElsewhere(long proc, long page) {
    CompletableFuture<Integer> call = waits.start(() -> mmap(proc, page));
    waits.settle();
    return call;
  }

  private void munmap(long proc, long page) {
    kernel.munmap(proc, addr(page), PAGE);
  }

  private long process(int model) {
    long proc = kernel.newProcess(Ids.PROJECT);
    DataModels models = kernel.world().dataModels().orElseThrow();
    models.setDataModel(proc, model);
    return proc;
  }

  private int seen(long proc, long page) {
    return kernel.load(proc, addr(page), 1)[0];
  }

  private void store(long proc, long page, int value) {
    kernel.store(proc, addr(page), new byte[] {(byte) value});
  }

  private Budgets budgets() {
    return kernel.world().budgets().orElseThrow();
  }

  private long pagesTaken() {
    return KernelOptions.FRAMES - budgets().getFree(Resource.PAGES);
  }

  @ParameterizedTest
  @EnumSource
  void theFirstMappingAllocatesTwoPages(Profile profile) {
    boot(profile);
    assertEquals(0, pagesTaken());
    assertEquals(0, mmap(process(DDI_MODEL_ILP32), 0));
    assertEquals(2, pagesTaken());
    assertEquals(0, mmap(P1, 0));
    assertEquals(2, pagesTaken());
    assertEquals(2, kernel.world().paging().orElseThrow().pageOut(), "it is pageable");
  }

  @ParameterizedTest
  @EnumSource
  void oneModelSharesOnePage(Profile profile) {
    boot(profile);
    long second = process(DDI_MODEL_LP64);
    long narrow = process(DDI_MODEL_ILP32);
    mmap(P1, 0);
    mmap(second, 3);
    mmap(narrow, 3);
    store(P1, 0, 9);
    assertEquals(9, seen(second, 3));
    assertEquals(0, seen(narrow, 3));
    assertEquals(9, driver.load(0, 1)[0]);
    driver.store(PAGE - 1, new byte[] {4, 5});
    assertEquals(5, seen(narrow, 3));
    assertArrayEquals(new byte[] {4}, kernel.load(P1, addr(1) - 1, 1));
  }

  @ParameterizedTest
  @CsvSource({"0x100000, 0x200000", "0x200000, 0x100000"})
  void eitherModelFirst(String first, String then) {
    boot(Profile.DOCUMENTED);
    assertEquals(0, mmap(process(Integer.decode(first)), 0));
    assertEquals(0, mmap(process(Integer.decode(first)), 0));
    assertEquals(0, mmap(process(Integer.decode(then)), 0));
  }

  @ParameterizedTest
  @CsvSource({"2, 0", "1, 1", "1, -1", "3, 5", "2, -1"})
  void beyondThePage(long pages, long off) {
    for (Profile profile : Profile.values()) {
      boot(profile);
      assertEquals(Errno.ENXIO, driver.mmap(P1, addr(0), pages * PAGE, off * PAGE, RW));
      assertEquals(0, driver.detach(), "nothing is mapped");
      assertEquals(0, mmap(P1, 0));
    }
  }

  @Test
  void aModelThatIsNone() {
    boot(Profile.ILLUMOS);
    assertEquals(Errno.ENXIO, mmap(process(0x400000), 0));
    assertEquals(0, driver.detach());
    assertEquals(0, pagesTaken());
  }

  @ParameterizedTest
  @EnumSource
  void firstMappingsAtOnceAllocateOnce(Profile profile) {
    boot(profile);
    budgets().setFree(Resource.PAGES, 1);
    long second = process(DDI_MODEL_LP64);
    var one = mmapElsewhere(P1, 0);
    var two = mmapElsewhere(second, 0);
    var three = mmapElsewhere(process(DDI_MODEL_ILP32), 0);
    assertFalse(one.isDone() || two.isDone() || three.isDone());
    assertEquals(-1, driver.detach(), "the device is open");
    budgets().setFree(Resource.PAGES, 9);
    waits.settle();
    assertEquals(0, one.join() + two.join() + three.join());
    assertEquals(7, budgets().getFree(Resource.PAGES));
    store(P1, 0, 3);
    assertEquals(3, seen(second, 0));
  }

  @Test
  void withoutSwapAMappingFailsCleanly() {
    boot(Profile.ILLUMOS);
    budgets().setFree(Resource.SWAP, 1);
    assertEquals(Errno.ENOMEM, mmap(P1, 0));
    assertEquals(0, pagesTaken());
    assertEquals(0, driver.detach());
    budgets().setFree(Resource.SWAP, 2);
    assertEquals(0, mmap(P1, 0));
    store(P1, 0, 3);
    assertEquals(3, driver.load(0, 1)[0]);
  }

  @ParameterizedTest
  @EnumSource
  void theAreaStaysWhenNobodyHasItMapped(Profile profile) {
    boot(profile);
    mmap(P1, 0);
    store(P1, 0, 12);
    munmap(P1, 0);
    assertEquals(2, pagesTaken());
    mmap(P1, 5);
    assertEquals(12, seen(P1, 5));
  }

  @ParameterizedTest
  @EnumSource
  void detachWaitsForTheLastMapping(Profile profile) {
    boot(profile);
    assertEquals(0, driver.detach());
    long narrow = process(DDI_MODEL_ILP32);
    mmap(P1, 0);
    mmap(narrow, 0);
    store(P1, 0, 12);
    assertEquals(-1, driver.detach());
    munmap(P1, 0);
    assertEquals(-1, driver.detach(), "the other model has it still");
    mmap(P1, 0);
    assertEquals(12, seen(P1, 0));
    munmap(P1, 0);
    kernel.exit(narrow);
    assertEquals(0, driver.detach());
    assertEquals(0, pagesTaken());
    assertEquals(0, mmap(P1, 0));
    assertEquals(0, seen(P1, 0), "another area");
  }

  @ParameterizedTest
  @EnumSource
  void aForkedChildHasItMapped(Profile profile) {
    boot(profile);
    mmap(P1, 0);
    long child = kernel.fork(P1);
    munmap(P1, 0);
    assertEquals(-1, driver.detach());
    store(child, 0, 8);
    assertEquals(8, driver.load(0, 1)[0]);
    kernel.exit(child);
    assertEquals(0, driver.detach());
    assertEquals(0, driver.detach(), "there is nothing to free");
  }

  @Test
  void theLastUnmapIsKnown() {
    kernel = new Kernel(KernelOptions.of(Profile.DOCUMENTED), waits);
    int[] last = {0};
    driver =
        new ExampleDriver(kernel, PAGE, waits) {
          @Override
          protected void lastUnmapped() {
            last[0]++;
            free();
          }
        };
    mmap(P1, 0);
    mmap(P1, 1);
    munmap(P1, 1);
    assertEquals(0, last[0]);
    munmap(P1, 0);
    assertEquals(1, last[0]);
    assertEquals(0, pagesTaken(), "what is unmapped can be freed at once");
  }

  @Test
  void whereNobodyIsToldDetachIsRefusedForGood() {
    kernel =
        new Kernel(KernelOptions.of(Profile.DOCUMENTED), waits) {
          @Override
          protected DevmapCallbackCtl copyOf(DevmapCallbackCtl ops) {
            return new DevmapCallbackCtl();
          }
        };
    driver = new ExampleDriver(kernel, PAGE, waits);
    assertEquals(Errno.ENXIO, driver.mmap(P1, addr(0), PAGE, PAGE, RW));
    assertEquals(0, driver.detach());
    assertEquals(0, mmap(P1, 0));
    munmap(P1, 0);
    assertEquals(-1, driver.detach());
    assertTrue(pagesTaken() == 2);
  }

  @Test
  void whatIsLeftOfALongerMappingCounts() {
    kernel = new Kernel(KernelOptions.of(Profile.DOCUMENTED), waits);
    driver =
        new ExampleDriver(kernel, PAGE, waits) {
          @Override
          protected boolean isBeyond(long off, long len) {
            return false;
          }
        };
    assertEquals(0, driver.mmap(P1, addr(0), 2 * PAGE, 0, RW));
    munmap(P1, 1);
    assertEquals(-1, driver.detach());
    munmap(P1, 0);
    assertEquals(0, driver.mmap(P1, addr(0), 2 * PAGE, 0, RW));
    munmap(P1, 0);
    assertEquals(-1, driver.detach());
    munmap(P1, 1);
    assertEquals(0, driver.detach());
  }

  @Test
  void aMappingThatFailsOnceItWasToldOf() {
    kernel =
        new Kernel(KernelOptions.of(Profile.DOCUMENTED), waits) {
          @Override
          protected int callMap(DevmapHandle h) {
            super.callMap(h);
            return Errno.ENOMEM;
          }
        };
    driver = new ExampleDriver(kernel, PAGE, waits);
    assertEquals(Errno.ENOMEM, mmap(P1, 0));
    assertEquals(0, driver.detach());
  }
}
