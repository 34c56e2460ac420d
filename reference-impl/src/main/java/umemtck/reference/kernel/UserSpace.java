package umemtck.reference.kernel;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The address space of a process: its mapped pages. Guarded by the kernel's lock. */
public final class UserSpace {
  private final Proc owner;
  private final TreeMap<Long, UserPage> pages = new TreeMap<>();

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
