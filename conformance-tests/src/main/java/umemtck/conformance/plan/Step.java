package umemtck.conformance.plan;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.Resource;

/**
 * One thing to do. A step names the allocation it is about, not its place in the list; so any
 * sublist of a plan is a plan. A step that cannot be done, or would break a duty of the caller, is
 * passed over.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "do")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Step.Alloc.class, name = "ddi_umem_alloc"),
  @JsonSubTypes.Type(value = Step.Free.class, name = "ddi_umem_free"),
  @JsonSubTypes.Type(value = Step.FreeNull.class, name = "ddi_umem_free_null"),
  @JsonSubTypes.Type(value = Step.FreeStranger.class, name = "ddi_umem_free_stranger"),
  @JsonSubTypes.Type(value = Step.Rewrite.class, name = "rewrite"),
  @JsonSubTypes.Type(value = Step.SetFree.class, name = "set_free"),
  @JsonSubTypes.Type(value = Step.PageOut.class, name = "page_out"),
  @JsonSubTypes.Type(value = Step.Settle.class, name = "settle")
})
public sealed interface Step {
  /**
   * Allocates. What comes is looked at, and stored to, up to its last byte.
   *
   * @param name by which later steps know what it gave
   * @param size how much
   * @param flag bits of {@link umemtck.spec.ddi.UmemFlag}
   * @param context of the caller
   */
  record Alloc(int name, Size size, int flag, Context context) implements Step {}

  /**
   * Frees what a step of that name allocated. What is there is looked at, and made dirty, first. In
   * a plan that misuses, also a second time.
   *
   * @param name of the allocation
   * @param context of the caller
   */
  record Free(int name, Context context) implements Step {}

  /**
   * Frees NULL.
   *
   * @param context of the caller
   */
  record FreeNull(Context context) implements Step {}

  /** Frees something that never was a cookie; only in a plan that misuses. */
  record FreeStranger() implements Step {}

  /**
   * Looks at an allocation and stores a new value all over it.
   *
   * @param name of the allocation
   */
  record Rewrite(int name) implements Step {}

  /**
   * Changes how much is free.
   *
   * @param resource of what
   * @param amount pages, or cookies
   */
  record SetFree(Resource resource, @JsonFormat(shape = JsonFormat.Shape.STRING) long amount)
      implements Step {}

  /** Pages out whatever may be; looks at what must stay. */
  record PageOut() implements Step {}

  /** Lets everything run that can. */
  record Settle() implements Step {}
}
