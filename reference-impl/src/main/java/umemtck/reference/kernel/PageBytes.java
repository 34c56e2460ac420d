package umemtck.reference.kernel;

/** The bytes of one page. Guarded by the kernel's lock. */
public interface PageBytes {
  /** Copies bytes of the page, from an offset on, into an array. */
  void read(int from, byte[] into, int at, int length);

  /** Copies bytes of an array into the page, from an offset on. */
  void write(int from, byte[] source, int at, int length);

  /** Bytes that lie in an array of their own. */
  static PageBytes of(byte[] bytes) {
    return new PageBytes() {
      @Override
      public void read(int from, byte[] into, int at, int length) {
        System.arraycopy(bytes, from, into, at, length);
      }

      @Override
      public void write(int from, byte[] source, int at, int length) {
        System.arraycopy(source, at, bytes, from, length);
      }
    };
  }
}
