package umemtck.spec;

/** The version of the plug-in interface. A subject built against another one is refused by name. */
public final class SpecVersion {
  /** What {@code UmemSubject.specVersion()} has to return. */
  public static final String CURRENT = "1";

  private SpecVersion() {}
}
