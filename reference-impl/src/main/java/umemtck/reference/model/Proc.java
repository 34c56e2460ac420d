package umemtck.reference.model;

/**
 * A process.
 *
 * @param id its number
 * @param project whose it is
 * @param zone that of the project
 * @param space whose address space it uses: its own, or, after vfork, that of its parent
 */
public record Proc(long id, long project, long zone, long space) {
  /** Whether it borrows the address space of another. */
  public boolean borrows() {
    return space != id;
  }

  Proc movedTo(long newProject, long newZone) {
    return new Proc(id, newProject, newZone, space);
  }
}
