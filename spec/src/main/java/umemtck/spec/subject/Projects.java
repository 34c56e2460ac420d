package umemtck.spec.subject;

/** Projects and zones. Those of {@link umemtck.spec.ddi.Ids} are there at boot. */
public interface Projects {
  /**
   * Creates a project.
   *
   * @param zone whose
   * @return its number: never used before, and not that of a zone
   */
  long newProject(long zone);

  /**
   * Puts a process into another project of its zone, as {@code settaskid(2)} does.
   *
   * @param proc which
   * @param project where to
   * @return 0, or EAGAIN (ACCT.move-denied)
   */
  int settaskid(long proc, long project);

  /**
   * Creates a zone, with a default project of the same number. Called only with {@link
   * Feature#ZONES}.
   *
   * @return its number, never used before, and not that of a project
   */
  long newZone();

  /**
   * Puts a process into another zone and its default project, as {@code zone_enter(2)} does. Called
   * only with {@link Feature#ZONES}.
   *
   * @param proc which
   * @param zone where to
   * @return 0, or an errno
   */
  int zoneEnter(long proc, long zone);
}
