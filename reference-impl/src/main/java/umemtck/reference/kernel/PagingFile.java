package umemtck.reference.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Where pageable memory goes when it is paged out: a file, made when it is first needed. */
final class PagingFile implements AutoCloseable {
  private final int pageSize;
  private FileChannel channel;

  PagingFile(int pageSize) {
    this.pageSize = pageSize;
  }

  /** Writes a page to its slot. */
  void write(int slot, byte[] page) {
    try {
      ByteBuffer from = ByteBuffer.wrap(page);
      while (from.hasRemaining()) {
        open().write(from, (long) slot * pageSize + from.position());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot page out; is the temporary folder full?", e);
    }
  }

  /** Reads a page back from its slot. */
  byte[] read(int slot) {
    try {
      ByteBuffer into = ByteBuffer.allocate(pageSize);
      while (into.hasRemaining()) {
        if (open().read(into, (long) slot * pageSize + into.position()) < 0) {
          throw new IOException("page " + slot + " was never written");
        }
      }
      return into.array();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot page in", e);
    }
  }

  private FileChannel open() throws IOException {
    if (channel == null) {
      Path file = Files.createTempFile("umem-paging-", ".bin");
      channel =
          FileChannel.open(
              file,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
    }
    return channel;
  }

  @Override
  public void close() {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
