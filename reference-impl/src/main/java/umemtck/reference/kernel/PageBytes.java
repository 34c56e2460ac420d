package umemtck.reference.kernel;

/** The bytes of one page. Guarded by the kernel's lock. */
interface PageBytes {
  void read(int from, byte[] into, int at, int length);

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
