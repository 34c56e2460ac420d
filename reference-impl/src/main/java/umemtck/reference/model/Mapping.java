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
    long to = Long.compareUnsigned(where.end(), e.end()) < 0 ? where.end() : e.end();
    return new Mapping(new Extent(from, to - from), kind, prot);
  }

  Mapping with(int newProt) {
    return new Mapping(where, kind, newProt);
  }
}
