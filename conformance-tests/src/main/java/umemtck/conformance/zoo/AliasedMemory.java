package umemtck.conformance.zoo;

import java.util.Collection;
import java.util.Comparator;
import java.util.function.LongUnaryOperator;
import umemtck.reference.kernel.Block;
import umemtck.spec.subject.Memory;

/** Memory in which an address may lead to where another address leads too. */
final class AliasedMemory implements Memory {
  private final Memory real;
  private final int granule;
  private final LongUnaryOperator placeOf;

  /**
   * Memory over other memory.
   *
   * @param granule bytes that stay together; divides the page size
   * @param placeOf where the bytes at an address really are, granule by granule
   */
  AliasedMemory(Memory real, int granule, LongUnaryOperator placeOf) {
    this.real = real;
    this.granule = granule;
    this.placeOf = placeOf;
  }

  /** The block with memory that lies next above another, or null. */
  static Block above(Block b, Collection<Block> live) {
    return live.stream()
        .filter(other -> other.pages() > 0 && other.firstPage() > b.firstPage())
        .min(Comparator.comparing(Block::firstPage))
        .orElse(null);
  }

  @Override
  public byte[] load(long address, int length) {
    byte[] all = new byte[length];
    for (int done = 0; done < length; ) {
      int n = together(address + done, length - done);
      System.arraycopy(real.load(place(address + done), n), 0, all, done, n);
      done += n;
    }
    return all;
  }

  @Override
  public void store(long address, byte[] bytes) {
    for (int done = 0; done < bytes.length; ) {
      int n = together(address + done, bytes.length - done);
      real.store(place(address + done), java.util.Arrays.copyOfRange(bytes, done, done + n));
      done += n;
    }
  }

  private int together(long address, int length) {
    return Math.min(length, granule - (int) (address & (granule - 1)));
  }

  private long place(long address) {
    long inside = address & (granule - 1);
    return placeOf.applyAsLong(address - inside) + inside;
  }
}
