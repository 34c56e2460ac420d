package umemtck.spec.subject;

/**
 * An implementation of the umem contract that asks for a verdict. Found by {@link
 * java.util.ServiceLoader}: the jar names the class in {@code
 * META-INF/services/umemtck.spec.subject.UmemSubject}, and the class has a public constructor
 * without arguments.
 */
public interface UmemSubject {
  /** The name in reports, for instance {@code "linux-compat"}. */
  String name();

  /** The version in reports. */
  String version();

  /**
   * The plug-in interface it was built against: return {@link umemtck.spec.SpecVersion#CURRENT}.
   * The compiler copies the constant into the subject, so that a kit of another version sees it.
   */
  String specVersion();

  /** What it offers. The same each time it is asked. */
  Declaration declaration();

  /**
   * Boots a fresh machine: nothing allocated, nothing shared with any earlier one.
   *
   * @param options what is asked of it
   * @param waits the only way to block, for a subject that declares {@link Feature#SETTLE}
   */
  UmemSystem boot(BootOptions options, Waits waits);
}
