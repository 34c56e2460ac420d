package umemtck.spec.ddi;

/** Whose locked memory is counted or limited. */
public enum Holder {
  /** A project: {@code project.max-locked-memory}. */
  PROJECT,
  /** A zone: {@code zone.max-locked-memory}. */
  ZONE,
  /** A process: counted, not limited. */
  PROCESS
}
