package umemtck.reference.kernel;

import umemtck.spec.ddi.DataModel;

/** A process: where it is counted, and its address space. Guarded by the kernel's lock. */
public final class Proc {
  private final long id;
  private final UserSpace space;
  private final boolean borrows;
  private long project;
  private long zone;
  private boolean exiting;
  private int model = DataModel.DDI_MODEL_LP64;

  /** Starts a process; with a space of its own, or one that it borrows. */
  Proc(long id, long project, long zone, UserSpace borrowed) {
    this.id = id;
    this.project = project;
    this.zone = zone;
    borrows = borrowed != null;
    space = borrows ? borrowed : new UserSpace(this);
  }

  /** Its number. */
  public long id() {
    return id;
  }

  /** Whom its locked memory is counted for now. */
  public Party party() {
    return new Party(id, project, zone);
  }

  /** Its address space. */
  public UserSpace space() {
    return space;
  }

  /** Whether its address space is that of the parent that it was vforked from. */
  public boolean borrows() {
    return borrows;
  }

  /** Whether its address space is being torn down. */
  public boolean isExiting() {
    return exiting;
  }

  /** The data model of its program: of {@link DataModel}. */
  public int model() {
    return model;
  }

  void setModel(int to) {
    model = to;
  }

  void move(long toProject, long toZone) {
    project = toProject;
    zone = toZone;
  }

  void beginExit() {
    exiting = true;
  }
}
