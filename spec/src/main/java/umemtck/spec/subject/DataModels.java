package umemtck.spec.subject;

/** Programs of 32 and of 64 bits. A process starts with one of 64. */
public interface DataModels {
  /**
   * Lets the program of a process be of a data model from now on, as {@code exec(2)} of another
   * program would.
   *
   * @param proc which
   * @param model of {@link umemtck.spec.ddi.DataModel}
   */
  void setDataModel(long proc, int model);
}
