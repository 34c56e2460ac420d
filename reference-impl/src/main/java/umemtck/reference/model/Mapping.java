package umemtck.reference.model;

import umemtck.spec.ddi.MappingKind;

/**
 * A mapping of an address space.
 *
 * @param where its pages
 * @param kind what backs it
 * @param prot bits of {@link umemtck.spec.ddi.Prot}
 */
public record Mapping(Extent where, MappingKind kind, int prot) {
  /** The part of it that lies in an extent; the two have pages in common. */
  Mapping within(Extent e) {
    long from = Long.compareUnsigned(where.addr(), e.addr()) > 0 ? where.addr() : e.addr();
    long last = Long.compareUnsigned(where.last(), e.last()) < 0 ? where.last() : e.last();
    return new Mapping(new Extent(from, last - from + 1), kind, prot);
  }

  Mapping with(int newProt) {
    return new Mapping(where, kind, newProt);
  }
}
