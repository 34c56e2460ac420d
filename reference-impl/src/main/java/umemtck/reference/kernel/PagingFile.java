package umemtck.reference.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Where pageable memory goes when it is paged out: a stretch of one file that all machines of the
 * process share, made when it is first needed and gone with the process.
 */
final class PagingFile implements AutoCloseable {
  private static final Deque<Long> FREE = new ArrayDeque<>();
  private static final long STRETCH = 1 << 20;
  private static FileChannel channel;
  private static long end;

  private final int pageSize;
  private final long length;
  private long at = -1;

  PagingFile(int pageSize, int pages) {
    this.pageSize = pageSize;
    length = (long) pageSize * pages;
  }

  /** Writes a page to its slot. */
  void write(int slot, byte[] page) {
    try {
      ByteBuffer from = ByteBuffer.wrap(page);
      while (from.hasRemaining()) {
        open().write(from, offset(slot) + from.position());
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
        if (open().read(into, offset(slot) + into.position()) < 0) {
          throw new IOException("page " + slot + " was never written");
        }
      }
      return into.array();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot page in", e);
    }
  }

  private long offset(int slot) {
    if (at < 0) {
      synchronized (FREE) {
        // A stretch that is long enough for any machine, so that any machine can have it next.
        Long free = length <= STRETCH ? FREE.poll() : null;
        at = free != null ? free : end;
        end = free != null ? end : end + Math.max(length, STRETCH);
      }
    }
    return at + (long) slot * pageSize;
  }

  private static FileChannel open() throws IOException {
    synchronized (FREE) {
      if (channel == null) {
        Path file = Files.createTempFile("umem-paging-", ".bin");
        channel =
            FileChannel.open(
                file,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
        file.toFile().deleteOnExit();
      }
      return channel;
    }
  }

  @Override
  public void close() {
    if (at >= 0 && length <= STRETCH) {
      synchronized (FREE) {
        FREE.push(at);
      }
    }
    at = -1;
  }
}
