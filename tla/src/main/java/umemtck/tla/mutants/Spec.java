package umemtck.tla.mutants;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import umemtck.tla.Expectation;
import umemtck.tla.ModelTable;
import umemtck.tla.SpecFiles;

/**
 * A specification and its models.
 *
 * @param table modules and models
 * @param opener of a file by its name
 */
record Spec(ModelTable table, Opener opener) {
  /** Opens a module or a configuration. */
  interface Opener {
    InputStream open(String name) throws IOException;
  }

  /** The one that is shipped. */
  static Spec shipped() {
    return new Spec(ModelTable.load(), SpecFiles::open);
  }

  /** Copies all modules into a folder. */
  void unpack(Path folder) throws IOException {
    for (String module : table.modules()) {
      copy(module + ".tla", folder.resolve(module + ".tla"));
    }
  }

  /** Copies all modules, with one mutated, into a folder. */
  void unpack(Mutant mutant, Path folder) throws IOException {
    unpack(folder);
    if (mutant != null) {
      Path file = folder.resolve(mutant.module() + ".tla");
      Files.writeString(file, mutant.edited(Files.readAllLines(file)));
    }
  }

  /** Copies the configuration of a model, under the name that hosts know it by. */
  void configure(Expectation model, Path folder) throws IOException {
    copy(model.name() + ".cfg", folder.resolve(Job.configuration(model) + ".cfg"));
  }

  private void copy(String name, Path to) throws IOException {
    try (InputStream in = opener.open(name)) {
      // Not as bytes: columns are counted in characters.
      Files.writeString(to, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** The model checker's view of a mutant. */
  SpecFiles.Source source(Mutant mutant) {
    return (model, folder) -> {
      unpack(mutant, folder);
      configure(model, folder);
      return folder.resolve(Job.configuration(model) + ".cfg");
    };
  }

  /** The models of a root module, those with fewer states first. */
  List<Expectation> models(String root) {
    return table.models().stream().filter(m -> m.module().equals(root)).toList();
  }
}
