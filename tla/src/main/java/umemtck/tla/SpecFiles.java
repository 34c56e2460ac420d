package umemtck.tla;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The modules and the {@code .cfg} of the specification, as they are shipped. */
public final class SpecFiles {
  private static final String ROOT = "/umemtck/tla/spec/";

  private SpecFiles() {}

  /**
   * Opens a file of the specification.
   *
   * @param name for instance {@code Umem.tla}
   */
  public static InputStream open(String name) throws IOException {
    InputStream in = SpecFiles.class.getResourceAsStream(ROOT + name);
    if (in == null) {
      throw new FileNotFoundException("the specification has no file " + name);
    }
    return in;
  }

  /** Where a run finds its modules and its configuration. */
  @FunctionalInterface
  public interface Source {
    /**
     * Copies all modules, and one configuration, into a folder.
     *
     * @return the configuration's file
     */
    Path unpack(Expectation model, Path folder) throws IOException;
  }

  /** The shipped specification. */
  public static Source shipped(List<String> modules) {
    return (model, folder) -> {
      for (String module : modules) {
        copy(module + ".tla", folder.resolve(module + ".tla"));
      }
      Path cfg = folder.resolve(model.title() + ".cfg");
      copy(model.name() + ".cfg", cfg);
      return cfg;
    };
  }

  /** Copies a file of the specification. */
  public static void copy(String name, Path to) throws IOException {
    try (InputStream in = open(name)) {
      Files.copy(in, to);
    }
  }
}
