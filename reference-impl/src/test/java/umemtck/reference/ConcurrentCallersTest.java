package umemtck.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static umemtck.reference.Caller.NOSLEEP;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.reference.model.ModelConfig;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Outcome.Allocated;
import umemtck.spec.ddi.Resource;
import umemtck.spec.ddi.UmemFlag;
import umemtck.spec.subject.CookieRef;

/** Threads that call at the same time, each with one allocation at a time, all for 8 pages. */
@Timeout(120) // Guards against hanging; no verdict depends on it.
class ConcurrentCallersTest {

  @ParameterizedTest
  @EnumSource
  void theKernelKeepsTheContract(Profile profile) {
    MonitorWaits waits = new MonitorWaits();
    KernelOptions options = new KernelOptions(16, 8, 0x1000, profile);
    ModelConfig config = ModelConfig.of(new ReferenceSubject(options).declaration(), profile);
    SelfChecking checked = new SelfChecking(new Kernel(options, waits), config);
    Caller k = new Caller(checked, waits);
    for (Resource r : Resource.values()) {
      k.setFree(r, 8);
    }
    List<CompletableFuture<Void>> callers = new ArrayList<>();
    for (int seed = 0; seed < 4; seed++) {
      Random random = new Random(seed);
      callers.add(waits.start(() -> calls(checked, random)));
    }
    assertEquals(0, waits.settle(), "everybody came back");
    callers.forEach(CompletableFuture::join);
    assertEquals(8, k.getFree(Resource.PAGES));
    assertTrue(checked.judges());
  }

  private static Void calls(SelfChecking checked, Random random) {
    for (int i = 0; i < 500; i++) {
      int flag = random.nextInt(4) & (NOSLEEP | UmemFlag.DDI_UMEM_PAGEABLE);
      long size = 16L * (1 + random.nextInt(4));
      CookieRef cookiep = new CookieRef();
      Allocated got = new Allocated(checked.ddi_umem_alloc(size, flag, cookiep), cookiep.get());
      if (got.address() != 0) {
        assertEquals(-1, checked.memory().matches(got.address(), size, (byte) 0));
        checked.memory().fill(got.address(), size, (byte) 1);
      }
      checked.ddi_umem_free(got.cookie());
    }
    return null;
  }
}
