package umemtck.conformance.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import umemtck.conformance.Golden;
import umemtck.conformance.cli.Cli.Ran;

/** Wrong words are found before anything runs: status 2, what, why and what to do. */
final class UsageErrorsTest {
  private static final String PLAN = "{\"free\": {}, \"misuse\": false, \"steps\": [STEPS]}";
  private static final String REPLAY =
      "{\"schema\": \"umem-tck/replay/1\", \"specVersion\": \"1\", \"subject\": \"reference\","
          + " \"profile\": \"documented\", \"seed\": \"1\", \"facet\": \"ALLOC.round-up/usable\","
          + " \"plan\": "
          + PLAN
          + "}";

  @TempDir private Path dir;
  private final StringBuilder all = new StringBuilder();

  @BeforeEach
  void aFile() throws IOException {
    Files.writeString(dir.resolve("file"), "not a folder");
  }

  @Test
  void on_the_command_line() {
    refused();
    refused("rum");
    refused("run", "--sed", "1");
    refused("run", "--seed", "one");
    refused("run", "--tries", "0");
    refused("run", "--patience", "-1");
    refused("run", "--only", "ALLOC." + "roundup");
    refused("run", "--skip", "LOCKS");
    refused("run", "--profile", "posix", "--out", path("out"));
    refused("run", "--subject", "refrence", "--out", path("out"));
    refused("run", "--subject", "reference:posix", "--out", path("out"));
    refused("run", "--subject", "java:" + path("no.jar"), "--out", path("out"));
    refused("run", "--subject", "exec:", "--out", path("out"));
    refused("run", "--subject", "exec:true", "--free-threads", "--out", path("out"));
    refused("run", "--subject", "reference", "--free-threads", "--out", path("out"));
    refused("run", "--out", path("file/below"));
    refused("run", "--out", path("file"));
    refused("explain", "ALLOC." + "zero-fill");
    refused("clauses", "MAPS");
    refused("diff", path("none.json"), path("none.json"));
    refused("selftest", "--seeds", "0");
    Golden.holds("usage-errors.txt", text());
  }

  /** Not in the golden file: it says how many residents there are. */
  @Test
  void in_the_name_of_a_resident() {
    refused("run", "--subject", "zoo:ChargesDistinctPagesOnly", "--out", path("out"));
    String text = all.toString();
    assertTrue(text.contains("zoo:ChargesDistinctPagesOnly: the zoo has no such resident."), text);
    assertTrue(text.contains("alike: ChargesDistinctPages, "), text);
  }

  @Test
  void in_a_replay_file() throws IOException {
    String good = REPLAY.replace("STEPS", "");
    replay(good.substring(0, 100));
    replay("");
    replay("[]");
    replay(good.replace("replay/1", "replay/2"));
    replay(good.replace("\"specVersion\": \"1\"", "\"specVersion\": \"7\""));
    replay(good.replace("\"specVersion\": \"1\",", ""));
    replay(good.replace("\"seed\": \"1\"", "\"seed\": \"x\""));
    replay(good.replace("round-up/usable", "round-up/nice"));
    replay(good.replace("\"facet\"", "\"extra\": 1, \"facet\""));
    replay(step("{\"do\": \"ddi_umem_free\", \"name\": 1, \"context\": \"USER\"}"));
    replay(step(alloc(0, "INTERRUPT")));
    replay(step(alloc(7, "USER")));
    replay(step(alloc(64, "USER")));
    replay(step("{\"do\": \"ddi_umem_free_stranger\"}"));
    replay(step("{\"do\": \"munmap_all\"}"));
    replay(step("{\"do\": \"ddi_umem_iosetup\"}"));
    replay(step("{\"do\": \"gate_worker\"}"));
    replay(step("{\"do\": \"resume_cleanup\", \"name\": 1}"));
    refused("replay", path("none.json"));
    refused("replay", path("r.json"), "--patience", "0");
    Golden.holds("replay-errors.txt", text());
  }

  @Test
  void in_a_known_issues_file() throws IOException {
    known("{");
    known("a: b");
    known("- clause: ALLOC.round-up");
    known("- {clause: ALLOC." + "roundup, symptom: a, reason: b}");
    known("- {clause: ALLOC.round-up, symptom: a, reason: b, until: never}");
    refused("run", "--update", "--out", path("out"));
    refused(updating("--only", "ALLOC"));
    refused(updating("--skip", "ALLOC"));
    Golden.holds("known-issues-errors.txt", text());
  }

  private String[] updating(String part, String of) {
    return new String[] {
      "run", "--known-issues", path("new.yaml"), "--update", part, of, "--out", path("out")
    };
  }

  @Test
  void a_folder_where_the_log_should_be_is_found_early() throws IOException {
    Files.createDirectories(dir.resolve("out/subject.log/deep"));
    refused("run", "--out", path("out"));
    assertTrue(all.toString().contains("cannot be written"), all.toString());
  }

  private void replay(String text) throws IOException {
    Files.writeString(dir.resolve("r.json"), text);
    refused("replay", path("r.json"), "--out", path("out"));
  }

  private void known(String text) throws IOException {
    Files.writeString(dir.resolve("known.yaml"), text);
    refused("run", "--known-issues", path("known.yaml"), "--out", path("out"));
  }

  private static String step(String json) {
    return REPLAY.replace("STEPS", json);
  }

  private static String alloc(int flag, String context) {
    return "{\"do\": \"ddi_umem_alloc\", \"name\": 1, \"size\": {\"base\": \"ZERO\", \"pages\": \"1\","
        + " \"bytes\": \"0\"}, \"flag\": "
        + flag
        + ", \"context\": \""
        + context
        + "\"}";
  }

  private void refused(String... args) {
    Ran ran = Cli.run(args);
    all.append("$ umem-tck ").append(String.join(" ", args)).append('\n').append(ran.err());
    assertEquals(2, ran.status(), ran.err());
    assertEquals("", ran.out());
    assertTrue(ran.err().startsWith("umem-tck: "), ran.err());
    assertTrue(ran.err().lines().count() >= 2, "what to do: " + ran.err());
    assertTrue(Files.notExists(dir.resolve("out/verdicts.json")));
  }

  private String path(String name) {
    return dir.resolve(name).toString();
  }

  private String text() {
    return all.toString().replace(dir.toString(), "DIR");
  }
}
