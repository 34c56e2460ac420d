package umemtck.conformance.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import umemtck.spec.subject.UmemSubject;

/** Providers compiled while the tests run, as an implementer's own would be: all in one go. */
final class Providers {
  private static final String BASE = "/umemtck/conformance/providers/Base.java";

  private final Path dir;
  private final Map<String, String> sources = new LinkedHashMap<>();

  Providers(Path dir) throws IOException {
    this.dir = dir;
    try (InputStream in = Providers.class.getResourceAsStream(BASE)) {
      sources.put("Base", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** A provider like Base, but for these members. */
  Providers add(String name, String members) {
    sources.put(
        name,
        "package providers; import umemtck.spec.ddi.*; import umemtck.spec.subject.*;"
            + " public class "
            + name
            + " extends Base { "
            + members
            + " }");
    return this;
  }

  /** A provider whose machines are like Base's, but for these members. */
  Providers machine(String name, String members) {
    return add(
        name,
        "public UmemSystem boot(BootOptions o, Waits w) { boots++; return new Machine() { "
            + members
            + " }; }");
  }

  /** Compiles them all. */
  Providers compile() {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<JavaFileObject> files = new ArrayList<>();
    sources.forEach((name, text) -> files.add(new Source(name, text)));
    String spec =
        Path.of(
                URI.create(
                    UmemSubject.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toString()))
            .toString();
    List<String> options = List.of("-cp", spec, "-d", classes().toString(), "-proc:none");
    classes().toFile().mkdirs();
    if (!compiler.getTask(null, null, null, options, null, files).call()) {
      throw new IllegalStateException("the providers do not compile");
    }
    return this;
  }

  /** {@code java:CLASSPATH} that provides these classes. */
  String subject(String... names) {
    try {
      Path jar = dir.resolve(String.join("+", names) + "-services");
      Path services = jar.resolve("META-INF/services");
      Files.createDirectories(services);
      if (names.length > 0) {
        List<String> lines = List.of(names).stream().map(n -> "providers." + n).toList();
        Files.write(services.resolve(UmemSubject.class.getName()), lines);
      }
      return "java:" + jar + java.io.File.pathSeparator + classes();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Path classes() {
    return dir.resolve("classes");
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String name, String text) {
      super(URI.create("string:///providers/" + name + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignored) {
      return text;
    }
  }
}
