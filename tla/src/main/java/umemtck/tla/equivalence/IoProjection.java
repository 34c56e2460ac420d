package umemtck.tla.equivalence;

import java.util.Arrays;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import umemtck.reference.model.Allocation;
import umemtck.reference.model.Buffers;
import umemtck.reference.model.Contents;
import umemtck.reference.model.LiveBuf;
import umemtck.reference.model.Lock;
import umemtck.reference.model.UmemModel;
import umemtck.reference.model.UmemState;
import umemtck.spec.ddi.Holder;
import umemtck.tla.graph.IoBounds;
import umemtck.tla.graph.IoState;

/**
 * A state of the Java model in the words of a graph. Where nobody can know whether a shortage was
 * met, it stands for two.
 */
final class IoProjection {
  /** A cookie that ended under a buf: no state of the specification has one. */
  private static final IoState.Cookie GONE = new IoState.Cookie("GONE", IoState.KERNEL, 0, 0, 0);

  private final IoBounds bounds;
  private final IoNumbers numbers;
  private final UmemModel model;

  IoProjection(IoBounds bounds, IoNumbers numbers, UmemModel model) {
    this.bounds = bounds;
    this.numbers = numbers;
    this.model = model;
  }

  /** All that a state may be. */
  Set<IoState> of(UmemState s) {
    return switch (s.buffers().faulty()) {
      case NO -> Set.of(state(s, false));
      case YES -> Set.of(state(s, true));
      case MAYBE -> Set.of(state(s, false), state(s, true));
    };
  }

  private IoState state(UmemState s, boolean shortage) {
    SortedMap<Long, IoState.Cookie> live = new TreeMap<>();
    for (Allocation a : s.live()) {
      long size = a.hasMemory() ? a.pages() * bounds.pageSize() : 0;
      live.put(
          a.cookie(),
          new IoState.Cookie(a.kind().name(), IoState.KERNEL, numbers.word(a.address()), size, 0));
    }
    for (Lock l : s.locking().locks()) {
      live.put(
          l.cookie(),
          new IoState.Cookie(
              l.stage().name().equals("HELD") ? IoState.LOCKED : l.stage().name(),
              numbers.processOf(l.proc()),
              numbers.word(l.addr()),
              numbers.word(l.len()),
              l.flags()));
    }
    long used = numbers.word(model.used(s, Holder.PROJECT, IoNumbers.PROJECT));
    return new IoState(live, bufs(s, live), memory(s), shortage, used);
  }

  private SortedMap<Long, IoState.Buf> bufs(UmemState s, SortedMap<Long, IoState.Cookie> live) {
    SortedMap<Long, IoState.Buf> all = new TreeMap<>();
    for (LiveBuf b : s.buffers().live()) {
      IoState.Cookie c = live.getOrDefault(b.cookie(), GONE);
      long off = bounds.signed(numbers.word(b.asked().off()));
      all.put(
          b.buf(),
          new IoState.Buf(
              b.cookie(),
              c.proc(),
              c.addr() + off,
              numbers.word(b.asked().len()),
              b.asked().direction(),
              b.asked().blkno()));
    }
    return all;
  }

  private SortedMap<Long, String> memory(UmemState s) {
    SortedMap<Long, String> all = new TreeMap<>();
    char[] kernel = dirt();
    for (Allocation a : s.live()) {
      if (a.hasMemory()) {
        put(kernel, numbers.word(a.address()), a.contents());
      }
    }
    all.put(IoState.KERNEL, new String(kernel));
    for (long p : bounds.processes()) {
      char[] user = dirt();
      for (Buffers.Page page : s.buffers().pages()) {
        if (page.space() == numbers.process(p)) {
          put(user, numbers.word(page.addr()), page.contents());
        }
      }
      all.put(p, new String(user));
    }
    return all;
  }

  private char[] dirt() {
    char[] bytes = new char[(int) bounds.wordMax() + 1];
    Arrays.fill(bytes, IoState.DIRT);
    return bytes;
  }

  private void put(char[] bytes, long at, Contents contents) {
    for (Contents.Run run : contents.runs()) {
      int from = (int) (at + numbers.word(run.from()));
      int to = (int) (at + numbers.word(run.to()));
      char letter = run.value() < 0 ? IoState.DIRT : Character.forDigit(run.value(), 10);
      Arrays.fill(bytes, from, to, letter);
    }
  }
}
