package umemtck.reference.model;

import java.util.ArrayList;
import java.util.List;

/**
 * What the bytes of one allocation hold. Immutable; runs of equal bytes, because the kit fills
 * ranges.
 *
 * @param runs in order, without gaps, covering the rounded extent
 */
public record Contents(List<Run> runs) {
  /** What nobody has stored may be anything. */
  static final int UNKNOWN = -1;

  /**
   * Bytes that hold one value.
   *
   * @param from offset of the first byte
   * @param to offset behind the last byte
   * @param value 0 to 255, or {@link #UNKNOWN}
   * @param written whether the owner stored it; if not it is the zero of ALLOC.zero-filled
   */
  public record Run(long from, long to, int value, boolean written) {
    /** What to compare it with: its value; 0 if that is not known. */
    public int known() {
      return Math.max(0, value);
    }
  }

  /**
   * Where a comparison differs from what it should have found.
   *
   * @param offset in bytes
   * @param run what should be there
   * @param got the byte that was seen there
   */
  public record Difference(long offset, Run run, int got) {}

  /** Fresh memory: zeros that nobody stored. */
  public static Contents zeros(long length) {
    return new Contents(List.of(new Run(0, length, 0, false)));
  }

  /** Memory of which nothing is known. */
  public static Contents unknown(long length) {
    return new Contents(List.of(new Run(0, length, UNKNOWN, false)));
  }

  /** The same after one value was stored over a range. */
  public Contents fill(long from, long to, int value) {
    Run stored = new Run(from, to, value, true);
    if (from == 0 && to == runs.get(runs.size() - 1).to()) {
      return new Contents(List.of(stored));
    }
    List<Run> next = new ArrayList<>(runs.size() + 2);
    for (Run r : runs) {
      if (r.from() < from) {
        next.add(new Run(r.from(), Math.min(r.to(), from), r.value(), r.written()));
      }
      if (r.from() <= from && from < r.to()) {
        next.add(stored);
      }
      if (r.to() > to) {
        next.add(new Run(Math.max(r.from(), to), r.to(), r.value(), r.written()));
      }
    }
    return new Contents(List.copyOf(next));
  }

  /**
   * Holds a comparison of a range with one value against what is there.
   *
   * @param from offset of the first byte compared
   * @param to offset behind the last
   * @param value compared with
   * @param difference offset from {@code from} of the first difference reported, or -1
   * @param found the byte reported there
   * @return null if the report is right
   */
  public Difference check(long from, long to, int value, long difference, int found) {
    long reported = difference < 0 ? to : from + difference;
    for (Run r : runs) {
      if (r.to() <= from || r.from() >= to) {
        continue;
      }
      long start = Math.max(r.from(), from);
      long end = Math.min(r.to(), to);
      if (r.value() == UNKNOWN) {
        if (reported < end) {
          return null;
        }
        continue;
      }
      if (r.value() != value) {
        // The first difference must be reported just here; later ones are not compared.
        boolean right = reported == start && found == r.value();
        return right ? null : new Difference(start, r, reported == start ? found : value);
      }
      if (reported < end) {
        return new Difference(reported, r, found);
      }
    }
    return null;
  }

  /** The byte at an offset; -1 if it is not known. */
  public int at(long offset) {
    for (Run r : runs) {
      if (r.from() <= offset && offset < r.to()) {
        return r.value();
      }
    }
    return UNKNOWN;
  }

  /** Whether some byte may have this value. */
  public boolean mayHold(int value) {
    for (Run r : runs) {
      if (r.value() == UNKNOWN || r.value() == value) {
        return true;
      }
    }
    return false;
  }

  /** Whether some stored byte has this value. */
  public boolean holds(int value) {
    for (Run r : runs) {
      if (r.written() && r.value() == value) {
        return true;
      }
    }
    return false;
  }
}
