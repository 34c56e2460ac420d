package umemtck.reference.kernel;

import umemtck.spec.subject.Memory;

/** Loads and stores through the page table, page by page. */
final class KernelMemory implements Memory {
  private final Kernel kernel;
  private final int pageSize;

  KernelMemory(Kernel kernel) {
    this.kernel = kernel;
    pageSize = kernel.options().pageSize();
  }

  /** What is done with the part of a range that lies in one page. */
  private interface InPage {
    /** Returns false to stop. */
    boolean part(int frame, int from, int to, long done);
  }

  @Override
  public byte[] load(long address, int length) {
    byte[] into = new byte[length];
    each(
        address,
        length,
        (frame, from, to, done) -> {
          kernel.pageTable().arena().read(frame, from, into, (int) done, to - from);
          return true;
        });
    return into;
  }

  @Override
  public void store(long address, byte[] bytes) {
    each(
        address,
        bytes.length,
        (frame, from, to, done) -> {
          kernel.pageTable().arena().write(frame, from, bytes, (int) done, to - from);
          return true;
        });
  }

  @Override
  public void fill(long address, long length, byte value) {
    each(
        address,
        length,
        (frame, from, to, done) -> {
          kernel.pageTable().arena().fill(frame, from, to, value);
          return true;
        });
  }

  @Override
  public long matches(long address, long length, byte value) {
    long[] difference = {-1};
    each(
        address,
        length,
        (frame, from, to, done) -> {
          int at = kernel.pageTable().arena().mismatch(frame, from, to, value);
          if (at >= 0) {
            difference[0] = done + (at - from);
          }
          return at < 0;
        });
    return difference[0];
  }

  private void each(long address, long length, InPage what) {
    synchronized (kernel) {
      kernel.mustBeUp();
      long offset = address - kernel.options().base();
      for (long done = 0; done < length; ) {
        long page = Long.divideUnsigned(offset + done, pageSize);
        int from = (int) ((offset + done) & (pageSize - 1));
        int to = (int) Math.min(pageSize, from + (length - done));
        if (!kernel.context().maySleep() && kernel.pageTable().isPageable(page)) {
          throw kernel.panic("pageable memory touched in " + kernel.context() + " context");
        }
        if (!what.part(kernel.pageTable().frame(page), from, to, done)) {
          return;
        }
        done += to - from;
      }
    }
  }
}
