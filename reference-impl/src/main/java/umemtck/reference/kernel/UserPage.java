package umemtck.reference.kernel;

import umemtck.spec.ddi.MappingKind;

/** A mapped page of a process: memory of its own or shared with others, or what a device shows. */
public final class UserPage {
  private final MappingKind kind;
  private int prot;
  private int pins;
  private final UserFrame frame;
  private final DevicePage device;
  private Party mlockedFor;

  UserPage(MappingKind kind, int prot) {
    this(kind, prot, new UserFrame());
  }

  /** Memory that others may have mapped, too. */
  UserPage(MappingKind kind, int prot, UserFrame frame) {
    this.kind = kind;
    this.prot = prot;
    this.frame = frame;
    device = null;
    frame.mappedBy().add(this);
  }

  /** A page of a device, which has no memory of its own. */
  UserPage(MappingKind kind, int prot, DevicePage device) {
    this.kind = kind;
    this.prot = prot;
    this.device = device;
    frame = null;
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

  /** What a device shows there; null if it has memory of its own. */
  public DevicePage device() {
    return device;
  }

  /** For whom mlock counted it; null if it is not mlocked. */
  public Party mlockedFor() {
    return mlockedFor;
  }

  /** Its memory; null if a device shows something there. */
  UserFrame frame() {
    return frame;
  }

  /** It is mapped no longer. */
  void leave() {
    if (frame != null) {
      frame.mappedBy().remove(this);
    }
  }

  void setProt(int to) {
    prot = to;
  }

  void setPins(int to) {
    pins = to;
  }

  void setMlockedFor(Party whom) {
    mlockedFor = whom;
  }
}
