package umemtck.tla.graph;

import java.util.List;

/**
 * The constants of a model of exports, as its {@code .cfg} gives them.
 *
 * @param wordMax the largest size_t
 * @param pageSize bytes
 * @param profile {@code documented} or {@code illumos}
 * @param onePage the cookies of one page
 * @param twoPages of two
 * @param threePages of three
 * @param pageables the cookies of pageable memory
 * @param lockeds of a lock: one at most
 * @param trashes of TRASH; all others are of locked kernel memory
 * @param lockedOf the process whose pages are locked
 * @param lockedAt their first address
 * @param processes numbers, from 1
 * @param children those that are born by fork
 * @param userPages addresses of the pages that a process may map
 * @param places the addresses that mappings are given
 * @param lengths in pages
 * @param prots of mmap, without PROT_USER
 * @param types {@code shared}, {@code private}
 * @param opens {@code r}, {@code rw}: how the device is open
 * @param setUp cookies of setups; 0 is NULL
 * @param again cookies of second setups, which are otherwise as the first; there may be none
 * @param koffs of setups, as words
 * @param lens of setups
 * @param maxprots of setups
 * @param devmapFlags of setups
 * @param accesses whether there is an access callback
 * @param entries what the driver's entry returns, {@code as-they-went} or a failure of its own
 * @param remapped cookies of remaps; 0 is NULL
 * @param offs of remaps, as words
 * @param remapLens of remaps
 * @param remapMaxprots of remaps
 * @param remapFlags of remaps
 * @param mprots protections of mprotect
 * @param writers the processes that store
 * @param filled cookies that the driver fills
 * @param freed cookies that the driver frees
 */
public record DevmapBounds(
    long wordMax,
    long pageSize,
    String profile,
    List<Long> onePage,
    List<Long> twoPages,
    List<Long> threePages,
    List<Long> pageables,
    List<Long> lockeds,
    List<Long> trashes,
    long lockedOf,
    long lockedAt,
    List<Long> processes,
    List<Long> children,
    List<Long> userPages,
    List<Long> places,
    List<Long> lengths,
    List<Long> prots,
    List<String> types,
    List<String> opens,
    List<Long> setUp,
    List<Long> again,
    List<Long> koffs,
    List<Long> lens,
    List<Long> maxprots,
    List<Long> devmapFlags,
    List<String> accesses,
    List<String> entries,
    List<Long> remapped,
    List<Long> offs,
    List<Long> remapLens,
    List<Long> remapMaxprots,
    List<Long> remapFlags,
    List<Long> mprots,
    List<Long> writers,
    List<Long> filled,
    List<Long> freed)
    implements Bounds {}
