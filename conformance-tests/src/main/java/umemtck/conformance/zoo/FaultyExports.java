package umemtck.conformance.zoo;

import java.util.List;

/** Who sins against devmap_umem_setup, devmap_umem_remap, and what both rely on. */
final class FaultyExports {
  static final List<Resident> RESIDENTS =
      List.of(
          Resident.faulty(
              MapsFromTheStartAlone::new,
              "DEVMAP.success/given",
              "Refuses a mapping that does not begin where the memory begins."),
          Resident.faulty(
              ForgetsKoff::new,
              "DEVMAP.success/contents",
              "Begins every mapping where the memory of its cookie begins."),
          Resident.faulty(
              EveryFaultBringsTheFirstPage::new,
              "DEVMAP.success/contents",
              "Loads the page at koff, whichever page of a mapping is touched."),
          Resident.faulty(
              TakesANullCookie::new,
              "DEVMAP.null-cookie/refused",
              "Sets a mapping of NULL up: it shows junk."),
          Resident.faulty(
              FollowsANullCookie::new,
              "DEVMAP.null-cookie/refused",
              "Panics when NULL is exported."),
          Resident.faulty(
              WrapsTheEndOfAMapping::new,
              "DEVMAP.in-bounds/refused",
              "Adds koff and len as unsigned numbers: a sum that wraps is small."),
          Resident.faulty(
              TakesKoffForUnsigned::new,
              "DEVMAP.in-bounds/refused",
              "Subtracts koff from the size as an unsigned number: a negative one leaves more than there is."),
          Resident.faulty(
              AllowsAMappingOnePageMore::new,
              "DEVMAP.in-bounds/refused",
              "Holds the end of a mapping against the memory and one page more."),
          Resident.faulty(
              LooksAtKoffAndLenApart::new,
              "DEVMAP.in-bounds/refused",
              "Asks that koff lies in the memory and that len is no longer than it, not that both together are."),
          Resident.faulty(
              RoundsKoffUp::new,
              "DEVMAP.rounding-contained/contained",
              "Rounds koff up to a page once the bounds are asked: the last page shown lies behind the memory."),
          Resident.faultyInIllumos(
              SecondSetupReplacesTheFirst::new,
              "DEVMAP.setup-once/second-refused",
              "Sets a handle up again: the second memory replaces the first."),
          Resident.faultyInIllumos(
              FillsTheHandleInFirst::new,
              "DEVMAP.setup-once/first-stays",
              "Fills the handle in, then finds that it was set up already, and answers -1."),
          Resident.faulty(
              SetupIgnoresMaxprot::new,
              "DEVMAP.maxprot-subset/refused",
              "Compares the protections of a mapping with how the device was opened alone."),
          Resident.faulty(
              LooksForOneProtectionInMaxprot::new,
              "DEVMAP.maxprot-subset/refused",
              "Asks that maxprot has one of the protections of the mapping, not all."),
          Resident.faultyInIllumos(
              DoesNotAskForProtUser::new,
              "DEVMAP.maxprot-subset/user",
              "Compares READ, WRITE and EXEC with maxprot, and not USER."),
          Resident.faulty(
              IgnoresTheOpenMode::new,
              "DEVMAP.maxprot-subset/opened",
              "Lets an application write what it opened to be read alone."),
          Resident.faulty(
              MprotectIgnoresMaxprot::new,
              "DEVMAP.maxprot-sticky/mprotect",
              "Asks for maxprot when a device is mapped, and never again."),
          Resident.faulty(
              MprotectRefusesWhatTheMappingLacks::new,
              "DEVMAP.maxprot-sticky/mprotect",
              "Takes the protections that a mapping began with for the most that it may have."),
          Resident.faulty(
              WantsADevmapFlag::new,
              "DEVMAP.flags-zero/accepted",
              "Refuses a setup without flags."),
          Resident.faulty(
              TakesTwoCacheAttributes::new,
              "DEVMAP.cache-attr/refused",
              "Asks that every cache attribute has a name, not that there is one at most."),
          Resident.faulty(
              TakesAnyCacheAttribute::new,
              "DEVMAP.cache-attr/refused",
              "Counts the cache attributes, whether they exist or not."),
          Resident.faultyInIllumos(
              TakesInvalidAlone::new,
              "DEVMAP.invalid-needs-remap/refused",
              "Sets up a mapping that is invalid for good."),
          Resident.faulty(
              InvalidShowsMemory::new,
              "DEVMAP.invalid-faults/signal",
              "Shows the memory of a mapping that is invalid still."),
          Resident.faulty(
              InvalidStopsTheMachine::new,
              "DEVMAP.invalid-faults/signal",
              "Panics when an application touches a mapping that is invalid."),
          Resident.faulty(
              ExportsNoLockedKernelMemory::new,
              "DEVMAP.kinds/non-pageable",
              "Refuses to export locked kernel memory."),
          Resident.faulty(
              ExportsNoPageableMemory::new,
              "DEVMAP.kinds/pageable",
              "Refuses to export pageable kernel memory."),
          Resident.faulty(
              ExportsNoLocks::new,
              "DEVMAP.kinds/locked",
              "Refuses to export memory of a process that is locked."),
          Resident.faulty(
              ExportsNoTrash::new,
              "DEVMAP.kinds/trash",
              "Refuses to export what was made with DDI_UMEM_TRASH."),
          Resident.faulty(
              ForgetsKoffOfALock::new,
              "DEVMAP.locked-offset/page",
              "Shows a lock from its first page on, whatever koff says."),
          Resident.faulty(
              ForgetsKoffWithoutAPageList::new,
              "DEVMAP.locked-offset/page",
              "Forgets koff where what is locked has no page list, as a device has none."),
          Resident.faulty(
              KeepsAPointerToTheCallbacks::new,
              "DEVMAP.callbacks-copied/copied",
              "Keeps a pointer to the structure of the driver, and calls what is in it later."),
          Resident.faulty(
              FailedMmapKeepsItsAddresses::new,
              "DEVMAP.failure-no-effect/no-mapping",
              "Does not give the addresses of an mmap back whose setup was refused."),
          Resident.faulty(
              RefusalSpoilsTheHandle::new,
              "DEVMAP.failure-no-effect/handle",
              "Marks a handle as set up before it asks for the bounds."),
          Resident.faulty(
              IgnoresWhatDevmapMapSays::new,
              "DEVMAP.failure-no-effect/map-callback",
              "Calls devmap_map, and does not look at what it returns."),
          Resident.faulty(
              KeepsWhatDevmapMapRefused::new,
              "DEVMAP.failure-no-effect/map-callback",
              "Answers an errno if devmap_map fails, and keeps the addresses."),
          Resident.faulty(
              HandsOnTheErrnoOfTheEntry::new,
              "DEVMAP.mmap-errno/enxio",
              "Answers an mmap with what the driver's devmap entry returned."),
          Resident.faultyInIllumos(
              TakesMapPrivate::new,
              "DEVMAP.private-refused/einval",
              "Maps a device MAP_PRIVATE without devmap_access."),
          Resident.faulty(
              ForkCopiesExports::new,
              "DEVMAP.fork-shares/child",
              "Copies what devices show into pages of the child's own."),
          Resident.faultyInIllumos(
              RemapsWithoutAllowRemap::new,
              "REMAP.needs-setup/refused",
              "Remaps any mapping that was set up."),
          Resident.faultyInIllumos(
              RemapTakesFlags::new,
              "REMAP.flags-zero/refused",
              "Does not look at the flags of a remap."),
          Resident.faultyInIllumos(
              RemapIgnoresMaxprot::new,
              "REMAP.maxprot/refused",
              "Remaps to less than the mapping may do now."),
          Resident.faulty(
              RemapWraps::new,
              "REMAP.in-bounds/refused",
              "Adds offset and length of a remap as unsigned numbers."),
          Resident.faulty(
              RemapLooksAtLenAlone::new,
              "REMAP.in-bounds/refused",
              "Holds the length of a remap against the new memory, not that of the mapping."),
          Resident.faulty(
              RemapLooksAtTheMappingAlone::new,
              "REMAP.in-bounds/refused",
              "Asks that the mapping fits in the new memory, whatever length the remap has."),
          Resident.faultyInIllumos(
              RemapKeepsOldTranslations::new,
              "REMAP.switch/new-target",
              "Forgets to drop what is loaded when it remaps."),
          Resident.faultyInIllumos(
              RemapIgnoresTheOffset::new,
              "REMAP.switch/new-target",
              "Remaps to the start of the new memory, whatever the offset."),
          Resident.faultyInIllumos(
              RemapMovesAllOfACookie::new,
              "REMAP.switch/others",
              "Remaps all mappings of the old memory, not the one that was named."),
          Resident.faultyInIllumos(
              RemapTakesItsLengthForTheMappings::new,
              "REMAP.length-fixed/whole",
              "Takes the length of a remap for that of the mapping: what is behind it is gone."),
          Resident.faultyInIllumos(
              RemapLeavesItInvalid::new,
              "REMAP.validates/valid",
              "Leaves the mark on a mapping that was set up invalid when it is remapped."),
          Resident.faultyInIllumos(
              LocksRemappableMappings::new,
              "REMAP.no-lock/efault",
              "Locks the pages of a mapping that can be remapped."),
          Resident.faulty(
              SaysTheModelOfTheKernel::new,
              "SHARED.model-query/asked",
              "Says the data model of the kernel, which is of 64 bits, whoever maps."),
          Resident.faulty(
              ExportsTheSizeThatWasAskedFor::new,
              "ALLOC.round-up/exact-extent",
              "Keeps with a cookie the size that was asked for: its last page cannot be exported."),
          Resident.faulty(
              RoundsUpByAPageTooMany::new,
              "ALLOC.round-up/exact-extent",
              "Keeps with a cookie a page more than was needed, where its size was whole pages."),
          Resident.faultyInIllumos(
              EachTrashPageIsItsOwn::new,
              "ALLOC.trash/junk-page",
              "Puts a junk page of its own behind every page of a mapping of TRASH."),
          Resident.faulty(
              ApplicationsSeeACopy::new,
              "ALLOC.kernel-and-user-usable/both-views",
              "Shows all applications one copy of the memory, which the driver never sees."),
          Resident.faulty(
              ExportPreventsBufs::new,
              "COOKIE.kinds/fixed",
              "Refuses bufs on memory that was exported."),
          Resident.faulty(
              ExportMakesMemoryLocked::new,
              "COOKIE.kinds/fixed",
              "Takes pageable memory that was exported for locked memory."),
          Resident.faulty(
              OneMappingACookie::new,
              "COOKIE.many-users/together",
              "Refuses a second mapping of a cookie that is mapped."),
          Resident.faulty(
              MappingsShareTheLatestOffset::new,
              "COOKIE.many-users/together",
              "Keeps the offset of a mapping with its cookie: all show from where the latest begins."),
          Resident.faulty(
              LastUnmapFreesTheMemory::new,
              "COOKIE.no-mapping-reference/survives-unmap",
              "Counts the mappings of a cookie, and frees it with the last."),
          Resident.faulty(
              LastUnmapClearsTheMemory::new,
              "COOKIE.no-mapping-reference/survives-unmap",
              "Clears the memory of a cookie when its last mapping goes."),
          Resident.faultyInIllumos(
              SoftLocksDoNotNest::new,
              "COOKIE.softlock-count/nested",
              "Marks a page of an export as locked instead of counting: the first release lets it go."),
          Resident.faulty(
              FreesWhatIsSoftLocked::new,
              "FREE.pageable-softlocked/diagnosed",
              "Frees pageable memory under a soft-lock in silence, and declares CHECKED."),
          Resident.faulty(
              FreesWhatIsMapped::new,
              "FREE.while-mapped/diagnosed",
              "Frees memory that is mapped in silence, and gives it to the next who allocates."),
          Resident.faulty(
              FreesUnderABuf::new,
              "COOKIE.no-buf-reference/outstanding-buf-diagnosed",
              "Frees memory that a buf describes in silence, and declares CHECKED."),
          Resident.faulty(
              LocksWhatMayBeRemapped::new,
              "LOCK.efault-unsupported/allow-remap",
              "Locks a mapping that can be remapped, as long as it is valid."));

  private FaultyExports() {}
}
