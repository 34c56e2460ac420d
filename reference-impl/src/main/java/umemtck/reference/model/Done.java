package umemtck.reference.model;

import umemtck.spec.ddi.Context;

/**
 * What was done last that might change a usage, and by whom.
 *
 * @param deed what
 * @param lock to which lock; null for none
 * @param by the process of the thread; 0 where that says nothing
 * @param context of the thread; null where that says nothing
 * @param why the facet by which it failed; null where it did not
 */
record Done(Deed deed, Lock lock, long by, Context context, String why) {
  static final Done NOTHING = new Done(Deed.NOTHING, null, 0, null, null);

  static Done of(Deed deed, Lock lock) {
    return new Done(deed, lock, 0, null, null);
  }
}
