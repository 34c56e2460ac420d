package umemtck.tla.graph;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** The constants of the model that a graph was made of, as its {@code .cfg} gives them. */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({
  @JsonSubTypes.Type(AllocBounds.class),
  @JsonSubTypes.Type(LockBounds.class),
  @JsonSubTypes.Type(IoBounds.class),
  @JsonSubTypes.Type(DevmapBounds.class)
})
public sealed interface Bounds permits AllocBounds, LockBounds, IoBounds, DevmapBounds {}
