package umemtck.reference.model;

/**
 * A process.
 *
 * @param id its number
 * @param project whose it is
 * @param zone that of the project
 * @param space whose address space it uses: its own, or, after vfork, that of its parent
 * @param moved whether it has moved to another project or zone
 */
public record Proc(long id, long project, long zone, long space, boolean moved) {
  /** Whether it borrows the address space of another. */
  public boolean borrows() {
    return space != id;
  }

  Proc movedTo(long newProject, long newZone) {
    return new Proc(id, newProject, newZone, space, true);
  }
}
