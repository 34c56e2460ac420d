package umemtck.proofs;

import com.microsoft.z3.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import tools.aqua.turnkey.support.UnsupportedPlatformException;

/** Z3 is native code, and there is a library of it for some platforms only. */
final class NativeLibrary {
  private static final Throwable WHY_NOT = load();

  private NativeLibrary() {}

  /**
   * Skips the test if there is nothing to load on this platform. On the one of CI that is a
   * failure: proofs that are skipped everywhere would be found by nobody.
   */
  static void mustLoad() {
    if (WHY_NOT != null && isLinuxOfCi()) {
      throw new AssertionError("Z3 must load on Linux on x86-64", WHY_NOT);
    }
    Assumptions.assumeTrue(WHY_NOT == null, () -> "Z3 has no library for here: " + WHY_NOT);
  }

  /** Any other failure goes through, and is one. */
  private static Throwable load() {
    try {
      Version.getFullVersion();
      return null;
    } catch (UnsatisfiedLinkError e) {
      return e;
    } catch (ExceptionInInitializerError e) {
      if (e.getCause() instanceof UnsupportedPlatformException cause) {
        return cause;
      }
      throw e;
    }
  }

  /** With glibc, that is: the library is not built for musl. */
  private static boolean isLinuxOfCi() {
    return System.getProperty("os.name").equals("Linux")
        && System.getProperty("os.arch").equals("amd64")
        && !Files.exists(Path.of("/lib/ld-musl-x86_64.so.1"));
  }
}
