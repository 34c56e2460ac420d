package umemtck.conformance.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umemtck.conformance.catalogue.Catalogue;
import umemtck.conformance.session.Bench;
import umemtck.conformance.subject.Smoke;
import umemtck.conformance.subject.Subjects;
import umemtck.conformance.suite.KnownIssues;
import umemtck.conformance.suite.Results;
import umemtck.conformance.suite.RunSettings;
import umemtck.conformance.suite.Suite;

/** The example of "Plug in yours in ten minutes" compiles as it stands, and is conformant. */
class ReadmeExampleTest {
  @Test
  void isCompleteAndConformant(@TempDir Path folder) throws IOException {
    List<String> example = Readme.blocks("java").get(0);
    assertTrue(example.size() < 80, "a subject with allocation alone is under 80 lines");
    Path source = folder.resolve("HeapUmem.java");
    Files.write(source, example);
    int compiled =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                folder.toString(),
                source.toString());
    assertEquals(0, compiled, "the README's example does not compile");
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve("umemtck.spec.subject.UmemSubject"), "example.HeapUmem\n");

    Subjects.Found found = Subjects.find("java:" + folder, new Subjects.Children("", 0, null));
    Smoke.test(found.subject(), found.profile());
    Results results =
        Suite.run(
            new Bench(found.subject(), found.profile()),
            Catalogue.load(),
            RunSettings.of(1).withTries(20),
            KnownIssues.NONE,
            Suite.Progress.SILENT);
    assertEquals(0, results.exit(), () -> results.verdicts().toString());
  }
}
