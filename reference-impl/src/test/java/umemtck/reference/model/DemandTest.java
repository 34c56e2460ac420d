package umemtck.reference.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_NOSLEEP;
import static umemtck.spec.ddi.UmemFlag.DDI_UMEM_SLEEP;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Call.UmemAlloc;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Resource;
import umemtck.spec.subject.Declaration;

/** What an allocation needs, at the edges of the numbers. */
class DemandTest {

  private static ModelConfig config(Declaration declared) {
    return ModelConfig.of(declared, Profile.DOCUMENTED);
  }

  /** A page of a byte, and at most a page of overhead: no sum may run over. */
  @ParameterizedTest
  @CsvSource({
    "0x7ffffffffffffffd, true",
    "0x7ffffffffffffffe, true",
    "0x7fffffffffffffff, false",
    "-1, false"
  })
  void needAndOverheadTogetherDoNotRunOver(String size, boolean enough) {
    ModelConfig bytes = config(Declaration.ofPageSize(1).withOverhead(Resource.PAGES, 1));
    UmemState all = UmemState.INIT.set(Resource.PAGES, Long.MAX_VALUE);
    Demand demand = Demand.of(bytes, new UmemAlloc(Long.decode(size), DDI_UMEM_NOSLEEP));
    assertEquals(enough, demand.enough(all, Resource.PAGES));
  }

  @ParameterizedTest
  @CsvSource({"0, 1, true", "0, 16, true", "1, 16, false", "1, 17, true", "2, 32, false"})
  void moreThanTheCapacityIsImpossible(long capacity, long size, boolean impossible) {
    ModelConfig c = config(Declaration.ofPageSize(16).withCapacity(capacity));
    assertEquals(impossible, Demand.of(c, new UmemAlloc(size, DDI_UMEM_SLEEP)).impossible());
  }

  @Test
  void onlyOf64BitsAllButAPageIsImpossible() {
    UmemAlloc most = new UmemAlloc(48, DDI_UMEM_SLEEP);
    ModelConfig small = new ModelConfig(63, Profile.DOCUMENTED, Declaration.ofPageSize(16));
    assertFalse(Demand.of(small, most).impossible());
    ModelConfig large = config(Declaration.ofPageSize(16));
    assertTrue(Demand.of(large, new UmemAlloc(-16, DDI_UMEM_SLEEP)).impossible());
    assertFalse(Demand.of(large, new UmemAlloc(-32, DDI_UMEM_SLEEP)).impossible());
  }

  @Test
  void whoMayStayOut() {
    UmemModel model = new UmemModel(config(Declaration.ofPageSize(16).withCapacity(8)));
    UmemState none = UmemState.INIT.set(Resource.PAGES, 0);
    assertTrue(model.mayStayOut(none, Context.USER, new UmemAlloc(1, DDI_UMEM_SLEEP)));
    assertFalse(model.mayStayOut(none, Context.USER, new UmemAlloc(1, DDI_UMEM_NOSLEEP)));
    assertFalse(model.mayStayOut(none, Context.USER, new UmemAlloc(0, DDI_UMEM_SLEEP)));
    assertFalse(model.mayStayOut(none, Context.USER, new Call.UmemFree(0)));
  }
}
