package umemtck.reference.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

/** Each page has a slot of its own in the file. */
class PagingFileTest {

  @Test
  void givesBackWhatWasWrittenLast() {
    try (PagingFile file = new PagingFile(4)) {
      file.write(3, new byte[] {1, 2, 3, 4});
      file.write(0, new byte[] {5, 6, 7, 8});
      file.write(3, new byte[] {9, 9, 9, 9});
      assertArrayEquals(new byte[] {5, 6, 7, 8}, file.read(0));
      assertArrayEquals(new byte[] {9, 9, 9, 9}, file.read(3));
    }
  }

  @Test
  void saysThatAPageWasNeverWritten() {
    try (PagingFile file = new PagingFile(4)) {
      assertThrows(UncheckedIOException.class, () -> file.read(0));
    }
  }

  @Test
  void isGoneWhenItIsClosed() {
    PagingFile file = new PagingFile(4);
    file.write(0, new byte[4]);
    file.close();
    assertThrows(UncheckedIOException.class, () -> file.read(0));
  }
}
