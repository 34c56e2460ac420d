package umemtck.tla.host;

/**
 * Which operators are written in Java in this JVM. A model is checked with the arithmetic of TLC; a
 * trace with one for words of 64 bits.
 */
public final class Overridden {
  private static Class<?>[] classes = {JavaModel.class};

  private Overridden() {}

  static void forTraces(Class<?>... ofTheModule) {
    classes = new Class<?>[ofTheModule.length + 2];
    classes[0] = BigNumbers.class;
    classes[1] = TraceWords.class;
    System.arraycopy(ofTheModule, 0, classes, 2, ofTheModule.length);
  }

  /** What {@link tlc2.overrides.TLCOverrides} hands over. */
  public static Class<?>[] classes() {
    return classes.clone();
  }
}
