package umemtck.tla.graph;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** A state of the specification without the answer of the last call, in its own words. */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({
  @JsonSubTypes.Type(AllocState.class),
  @JsonSubTypes.Type(LockState.class),
  @JsonSubTypes.Type(IoState.class),
  @JsonSubTypes.Type(DevmapState.class)
})
public sealed interface GraphState permits AllocState, LockState, IoState, DevmapState {}
