package umemtck.conformance.suite;

import net.jqwik.api.ForAll;
import umemtck.conformance.plan.Plan;

/** Area SHARED: the driver of Example 10-4. One facet a test. */
final class SharedProperties extends Properties {
  /**
   * Asks: No pages are taken before the first application maps, and two are taken then. <br>
   * Clause: SHARED.first-map-allocates. Does not run when: the subject does not offer PAGES,
   * SHARED_DRIVER. <br>
   * If it fails, check: Look for an allocation in attach, or one that waits for the first touch.
   */
  @Asks("SHARED.first-map-allocates/at-first-map")
  void theFirstMappingAllocates(@ForAll("sharing") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: Applications that map at the same time, the first of which waits for memory, are given
   * the same area, and no more pages are taken than for one. <br>
   * Clause: SHARED.allocate-once. Does not run when: the subject does not offer PAGES, SETTLE,
   * SHARED_DRIVER. <br>
   * If it fails, check: Look for a test and an allocation that are not under one mutex.
   */
  @Asks("SHARED.allocate-once/one-area")
  void mappersAtOnceShareOneArea(@ForAll("sharing") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: All applications of one data model that map offset 0 load what one of them stored. <br>
   * Clause: SHARED.same-page. Does not run when: the subject does not offer SHARED_DRIVER,
   * USER_MEMORY. <br>
   * If it fails, check: Look for an area that belongs to an application, and not to the driver.
   */
  @Asks("SHARED.same-page/same")
  void oneDataModelSharesOnePage(@ForAll("sharing") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A store by an application, or by the driver through its own pointer, is loaded by all
   * others of the data model, and by the driver. <br>
   * Clause: SHARED.visible. Does not run when: the subject does not offer SHARED_DRIVER,
   * USER_MEMORY. <br>
   * If it fails, check: Look for a copy between the driver's memory and what is exported.
   */
  @Asks("SHARED.visible/to-all")
  void aStoreIsVisibleToAll(@ForAll("sharing") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A 64-bit application sees the first page of the area. <br>
   * Clause: SHARED.lp64-first-page. Does not run when: the subject does not offer DATA_MODELS,
   * SHARED_DRIVER, USER_MEMORY. <br>
   * If it fails, check: Look at the offset that the entry passes for each data model.
   */
  @Asks("SHARED.lp64-first-page/first")
  void applicationsOf64BitsSeeTheFirstPage(@ForAll("sharing") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A 32-bit application sees the second page of the area. <br>
   * Clause: SHARED.ilp32-second-page. Does not run when: the subject does not offer DATA_MODELS,
   * SHARED_DRIVER, USER_MEMORY. <br>
   * If it fails, check: Look at the offset that the entry passes for each data model, and for a
   * switch without its breaks (K-26).
   */
  @Asks("SHARED.ilp32-second-page/second")
  void applicationsOf32BitsSeeTheSecondPage(@ForAll("sharing") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: What an application of one data model stores is not seen by one of the other. <br>
   * Clause: SHARED.model-isolation. Does not run when: the subject does not offer DATA_MODELS,
   * SHARED_DRIVER, USER_MEMORY. <br>
   * If it fails, check: Look for an offset that is the same for both data models.
   */
  @Asks("SHARED.model-isolation/apart")
  void dataModelsAreApart(@ForAll("sharing") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: Whichever data model maps first, applications of both can map. <br>
   * Clause: SHARED.size-covers-models. Does not run when: the subject does not offer DATA_MODELS,
   * SHARED_DRIVER. <br>
   * If it fails, check: Look for a size that depends on who maps first (K-20).
   */
  @Asks("SHARED.size-covers-models/either-first")
  void eitherDataModelMapsFirst(@ForAll("sharing") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A mapping of more than the one page, or behind it, is refused. <br>
   * Clause: SHARED.bounds. Does not run when: the subject does not offer SHARED_DRIVER. <br>
   * If it fails, check: Look whether the entry holds offset and length against the page that it
   * exports.
   */
  @Asks("SHARED.bounds/refused")
  void moreThanThePageIsRefused(@ForAll("sharing") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: What was stored is loaded again after all have unmapped and one maps anew. <br>
   * Clause: SHARED.persists. Does not run when: the subject does not offer SHARED_DRIVER,
   * USER_MEMORY. <br>
   * If it fails, check: Look for an area that is freed with its last mapping.
   */
  @Asks("SHARED.persists/contents")
  void contentsOutliveTheLastMapping(@ForAll("sharing") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: While an application has the device mapped detach is refused, and the mapping shows what
   * it showed; with no mapping left it succeeds. <br>
   * Clause: SHARED.free-last. Does not run when: the subject does not offer SHARED_DRIVER. <br>
   * If it fails, check: Look whether detach knows of the mappings that are left, those of a forked
   * child and of both data models included.
   */
  @Asks("SHARED.free-last/detach")
  void detachWaitsForTheLastMapping(@ForAll("sharing") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: A mapping for which there is no memory fails or waits; once there is memory, one
   * succeeds. <br>
   * Clause: SHARED.alloc-failure. Does not run when: the subject does not offer PAGES,
   * SHARED_DRIVER. <br>
   * If it fails, check: Look whether the result of the allocation is tested, and what the driver
   * keeps of one that failed.
   */
  @Asks("SHARED.alloc-failure/retries")
  void aMappingSucceedsOnceThereIsMemory(@ForAll("sharing") Plan plan) {
    holds(plan);
  }

  /**
   * Asks: Inside the entry ddi_mmap_get_model says the data model of the application that maps.
   * <br>
   * Clause: SHARED.model-query. Does not run when: the subject does not offer DATA_MODELS, DEVMAP.
   * <br>
   * If it fails, check: Look whether the data model is that of the thread, and not of the kernel.
   */
  @Asks("SHARED.model-query/asked")
  void theDataModelIsTheMappers(@ForAll("exports") Plan plan) {
    holds(plan);
  }
}
