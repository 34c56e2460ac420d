package umemtck.reference.kernel;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The address space of a process: its mapped pages. Guarded by the kernel's lock. */
public final class UserSpace {
  private final Proc owner;
  private final TreeMap<Long, UserPage> pages = new TreeMap<>();
  private final Set<LayoutChange> changing = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<LayoutChange> wanting = Collections.newSetFromMap(new IdentityHashMap<>());
  private int readers;
  private int turnedAway;

  UserSpace(Proc owner) {
    this.owner = owner;
  }

  /** The process that it was made for; a vforked one only borrows it. */
  public Proc owner() {
    return owner;
  }

  /** A page by its number, or null where nothing is mapped. */
  public UserPage page(long number) {
    return pages.get(number);
  }

  /** The mapped pages of a range, in ascending order. */
  public Collection<UserPage> pages(PageRange range) {
    return Collections.unmodifiableCollection(in(range).values());
  }

  /** All mapped pages, by their numbers, in ascending order. */
  Map<Long, UserPage> mapped() {
    return Collections.unmodifiableMap(pages);
  }

  /** Whether every page of a range is mapped. */
  public boolean isMapped(PageRange range) {
    return in(range).size() == range.count();
  }

  /** How many read it now. */
  public int readers() {
    return readers;
  }

  /** Whether a change waits for its readers to leave. */
  public boolean isWanted() {
    return !wanting.isEmpty();
  }

  /** Whether a change is out: it may wait for somebody. */
  boolean isChanging() {
    return !changing.isEmpty();
  }

  /** Whether somebody waits for a change before he reads it. */
  boolean hasTurnedAway() {
    return turnedAway > 0;
  }

  void addReader(int more) {
    readers += more;
  }

  void addTurnedAway(int more) {
    turnedAway += more;
  }

  void begin(LayoutChange change) {
    changing.add(change);
    wanting.add(change);
  }

  void letGo(LayoutChange change) {
    wanting.remove(change);
  }

  void end(LayoutChange change) {
    changing.remove(change);
    wanting.remove(change);
  }

  void map(long number, UserPage page) {
    if (pages.putIfAbsent(number, page) != null) {
      throw new IllegalArgumentException("page " + number + " is mapped already");
    }
  }

  void unmap(PageRange range) {
    in(range).values().forEach(UserPage::leave);
    in(range).clear();
  }

  private SortedMap<Long, UserPage> in(PageRange range) {
    return pages.subMap(range.first(), range.end());
  }
}
