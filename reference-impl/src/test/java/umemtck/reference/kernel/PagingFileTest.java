package umemtck.reference.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

/** Each page of each machine has a slot of its own in the file. */
class PagingFileTest {

  private static byte[] page(int value) {
    return new byte[] {(byte) value, 1, 2, 3};
  }

  @Test
  void givesBackWhatWasWrittenLast() {
    try (PagingFile file = new PagingFile(4, 4)) {
      file.write(3, page(1));
      file.write(0, page(2));
      file.write(3, page(9));
      assertArrayEquals(page(2), file.read(0));
      assertArrayEquals(page(9), file.read(3));
    }
  }

  @Test
  void machinesDoNotShareSlots() {
    try (PagingFile one = new PagingFile(4, 4);
        PagingFile two = new PagingFile(4, 4);
        PagingFile large = new PagingFile(4, 1 << 19);
        PagingFile next = new PagingFile(4, 4)) {
      int value = 0;
      for (PagingFile file : new PagingFile[] {one, two, large, next}) {
        file.write(0, page(++value));
        file.write(3, page(-value));
      }
      large.write((1 << 19) - 1, page(77));
      value = 0;
      for (PagingFile file : new PagingFile[] {one, two, large, next}) {
        assertArrayEquals(page(++value), file.read(0));
        assertArrayEquals(page(-value), file.read(3));
      }
    }
  }

  @Test
  void aStretchIsUsedAgainAfterItsMachineIsGone() {
    PagingFile gone = new PagingFile(4, 4);
    gone.write(0, page(1));
    gone.close();
    try (PagingFile one = new PagingFile(4, 4);
        PagingFile two = new PagingFile(4, 4)) {
      one.write(0, page(2));
      two.write(0, page(3));
      assertArrayEquals(page(2), one.read(0));
    }
  }
}
