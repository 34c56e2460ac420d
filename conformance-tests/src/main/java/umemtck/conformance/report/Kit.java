package umemtck.conformance.report;

/** What the kit says of itself. */
public final class Kit {
  /** The version, in every report. */
  public static final String VERSION = "0.1.0";

  private Kit() {}
}
