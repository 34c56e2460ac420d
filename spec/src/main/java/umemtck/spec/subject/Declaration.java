package umemtck.spec.subject;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.ddi.Resource;

/**
 * What a subject says of itself before it is booted. Immutable.
 *
 * @param pageSize bytes; a power of two
 * @param capacity pages: a size of more pages than this can never be satisfied by any machine of
 *     this subject, and one of at most this many can, once enough is free (ALLOC.impossible-size);
 *     -1 if it does not say
 * @param offers the features offered
 * @param reasons why a feature is not offered
 * @param overhead how much more of a resource an allocation may use than its k pages or one cookie
 * @param window where memory can be mapped into processes
 * @param mappings which kinds of mappings there are
 */
public record Declaration(
    long pageSize,
    long capacity,
    Set<Feature> offers,
    Map<Feature, String> reasons,
    Map<Resource, Long> overhead,
    Window window,
    Set<MappingKind> mappings) {

  /** Keeps copies. */
  public Declaration {
    // Asked before every call: a set of bits, and still immutable.
    offers = offers.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(offers));
    reasons = Map.copyOf(reasons);
    EnumMap<Resource, Long> more = new EnumMap<>(Resource.class);
    more.putAll(overhead);
    overhead = Collections.unmodifiableMap(more);
    mappings =
        mappings.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(mappings));
  }

  /** A subject with this page size, in bytes, that offers allocation and nothing else. */
  public static Declaration ofPageSize(long pageSize) {
    return new Declaration(pageSize, -1, Set.of(), Map.of(), Map.of(), Window.NONE, Set.of());
  }

  /** The same, of a machine that never holds an allocation of more than this many pages. */
  public Declaration withCapacity(long pages) {
    return new Declaration(pageSize, pages, offers, reasons, overhead, window, mappings);
  }

  /** The same, and these features too. */
  public Declaration offering(Feature... features) {
    Set<Feature> all = offers.isEmpty() ? EnumSet.noneOf(Feature.class) : EnumSet.copyOf(offers);
    all.addAll(Set.of(features));
    return new Declaration(pageSize, capacity, all, reasons, overhead, window, mappings);
  }

  /** The same without a feature, and why. */
  public Declaration without(Feature feature, String reason) {
    Set<Feature> fewer = offers.isEmpty() ? EnumSet.noneOf(Feature.class) : EnumSet.copyOf(offers);
    fewer.remove(feature);
    Map<Feature, String> why = new EnumMap<>(Feature.class);
    why.putAll(reasons);
    why.put(feature, reason);
    return new Declaration(pageSize, capacity, fewer, why, overhead, window, mappings);
  }

  /** The same, where each allocation may use this much more of a resource. */
  public Declaration withOverhead(Resource resource, long amount) {
    Map<Resource, Long> more = new EnumMap<>(Resource.class);
    more.putAll(overhead);
    more.put(resource, amount);
    return new Declaration(pageSize, capacity, offers, reasons, more, window, mappings);
  }

  /** The same, where memory of these kinds can be mapped into processes, and locked there. */
  public Declaration mapping(Window where, MappingKind... kinds) {
    return new Declaration(pageSize, capacity, offers, reasons, overhead, where, Set.of(kinds));
  }

  /** Whether a feature is offered. */
  public boolean offers(Feature feature) {
    return offers.contains(feature);
  }

  /** Why a feature is not offered, in the subject's words. */
  public String reason(Feature feature) {
    return reasons.getOrDefault(feature, "the subject does not declare " + feature);
  }

  /** How much more than k pages, or one cookie, an allocation may use. */
  public long overheadOf(Resource resource) {
    return overhead.getOrDefault(resource, 0L);
  }
}
