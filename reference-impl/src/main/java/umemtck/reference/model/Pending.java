package umemtck.reference.model;

import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Context;

/**
 * A call that has not ended.
 *
 * @param id its number in the history
 * @param context of its thread
 * @param call what was called
 * @param slept whether it was still out when nothing could run
 */
public record Pending(int id, Context context, Call call, boolean slept) {}
