package umemtck.conformance.subject;

/**
 * What a subject's classes see of the kit: the plug-in interface and nothing else, so that neither
 * can get in the way of the other's libraries.
 */
final class SpecOnlyLoader extends ClassLoader {
  private static final String SPEC = "umemtck.spec.";

  private final ClassLoader kit = SpecOnlyLoader.class.getClassLoader();

  SpecOnlyLoader() {
    super(ClassLoader.getPlatformClassLoader());
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (name.startsWith(SPEC)) {
      return kit.loadClass(name);
    }
    throw new ClassNotFoundException(name);
  }
}
