package umemtck.reference.kernel;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Where pageable memory goes when it is paged out: a stretch of one file that all machines of the
 * process share, made when it is first needed and gone with the process.
 */
final class PagingFile implements AutoCloseable {
  private static final Deque<Long> FREE = new ArrayDeque<>();
  private static final long STRETCH = 1 << 20;
  private static RandomAccessFile file;
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
      synchronized (FREE) {
        open().seek(offset(slot));
        open().write(page);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot page out; is the temporary folder full?", e);
    }
  }

  /** Reads a page back from its slot. */
  byte[] read(int slot) {
    byte[] page = new byte[pageSize];
    try {
      synchronized (FREE) {
        open().seek(offset(slot));
        open().readFully(page);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot page in", e);
    }
    return page;
  }

  private long offset(int slot) {
    if (at < 0) {
      // A stretch that is long enough for any machine, so that any machine can have it next.
      Long free = length <= STRETCH ? FREE.poll() : null;
      at = free != null ? free : end;
      end = free != null ? end : end + Math.max(length, STRETCH);
    }
    return at + (long) slot * pageSize;
  }

  private static RandomAccessFile open() throws IOException {
    if (file == null) {
      // No channel: an interrupted thread would close it for all machines.
      Path path = Files.createTempFile("umem-paging-", ".bin");
      path.toFile().deleteOnExit();
      file = new RandomAccessFile(path.toFile(), "rw");
    }
    return file;
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
