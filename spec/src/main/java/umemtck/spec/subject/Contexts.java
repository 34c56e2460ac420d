package umemtck.spec.subject;

import umemtck.spec.ddi.Context;

/** In which context the calls come. */
public interface Contexts {
  /**
   * Puts the calling thread into a context, until it is put into another.
   *
   * @param context for the next call that this thread makes; a new thread starts in {@link
   *     Context#USER}
   */
  void enter(Context context);
}
