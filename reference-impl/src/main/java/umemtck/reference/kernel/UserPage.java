package umemtck.reference.kernel;

import umemtck.spec.ddi.MappingKind;

/** A mapped page of a process. Its bytes stay its own, whether it is in memory or not. */
public final class UserPage {
  private final MappingKind kind;
  private int prot;
  private int pins;
  private boolean resident;
  private Party mlockedFor;
  private byte[] bytes;

  UserPage(MappingKind kind, int prot) {
    this.kind = kind;
    this.prot = prot;
  }

  /** What backs it. */
  public MappingKind kind() {
    return kind;
  }

  /** What the process may do to it: bits of {@link umemtck.spec.ddi.Prot}. */
  public int prot() {
    return prot;
  }

  /** How many locks hold it. */
  public int pins() {
    return pins;
  }

  /** Whether it is in memory. */
  public boolean isResident() {
    return resident;
  }

  /** For whom mlock counted it; null if it is not mlocked. */
  public Party mlockedFor() {
    return mlockedFor;
  }

  /** Its bytes: zeros, until somebody stores there. */
  PageBytes bytes(int pageSize) {
    if (bytes == null) {
      bytes = new byte[pageSize];
    }
    return PageBytes.of(bytes);
  }

  void setProt(int to) {
    prot = to;
  }

  void setPins(int to) {
    pins = to;
  }

  void setResident(boolean to) {
    resident = to;
  }

  void setMlockedFor(Party whom) {
    mlockedFor = whom;
  }
}
