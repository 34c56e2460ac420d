package umemtck.conformance.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import umemtck.conformance.Faulty;
import umemtck.conformance.KitThreads;
import umemtck.conformance.UserError;
import umemtck.conformance.plan.LockRecipe;
import umemtck.conformance.plan.Plan;
import umemtck.conformance.plan.Recipe;
import umemtck.conformance.protocol.ProtocolSchemas;
import umemtck.conformance.session.Bench;
import umemtck.conformance.session.MachineFault;
import umemtck.conformance.session.Trial;
import umemtck.conformance.subject.Smoke;
import umemtck.spec.Profile;
import umemtck.spec.subject.Declaration;

/**
 * Whatever replies come, the kit neither falls over nor waits for ever, and takes nothing for sound
 * that is none: of a stream that a trial found sound, every line that was read is a valid reply to
 * its request, and where the stream was broken, and not only its values changed, every line that
 * was read means what it meant before.
 */
@Timeout(60)
final class ReplyFuzzTest {
  private static final int STREAMS = 10_000;
  private static final int STEPS = 14;
  private static final int HELLOS = 220;

  private final Faulty subject = Faulty.none();
  private final List<Recorded> recorded = new ArrayList<>();
  private Replies wire;
  private final ExecSubject child =
      new ExecSubject(() -> this.wire, "0.1.0", Integer.MAX_VALUE, null);
  private Bench bench;

  /** Gives replies out of a list, whatever is asked. */
  private static final class Replies implements Wire {
    private final List<String> lines;
    private int read;

    Replies(List<String> lines) {
      this.lines = lines;
    }

    @Override
    public void send(byte[] line) {}

    @Override
    public byte[] receive() {
      if (read == lines.size()) {
        throw new MachineFault("its output ended");
      }
      return lines.get(read++).getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public boolean hasMore() {
      return false;
    }

    @Override
    public boolean kill(String why) {
      return true;
    }

    @Override
    public void close() {}
  }

  @BeforeEach
  void record() {
    Declaration declared = subject.declaration();
    for (Recipe r : Recipe.values()) {
      add(r.plan(new Random(r.ordinal()), declared), r.ordinal());
    }
    for (LockRecipe r : LockRecipe.values()) {
      add(r.plan(new Random(r.ordinal()), declared), r.ordinal());
    }
    wire = new Replies(recorded.get(0).replies());
    bench = new Bench(child, Profile.DOCUMENTED);
    bench.run(recorded.get(0).plan(), recorded.get(0).seed()); // The child that said hello.
  }

  private void add(Plan plan, long seed) {
    List<umemtck.conformance.plan.Step> first =
        plan.steps().subList(0, Math.min(STEPS, plan.steps().size()));
    Recorded r = Recorded.of(subject, Profile.DOCUMENTED, plan.with(first), seed);
    // Each machine has a child of its own, so that a stream begins with hello.
    List<String> replies = new ArrayList<>(r.replies());
    replies.set(0, replies.get(0).replace("\"fresh\":\"boot\"", "\"fresh\":\"process\""));
    recorded.add(new Recorded(r.plan(), seed, r.ops(), replies));
  }

  @Test
  void streams_that_are_not_spoiled_are_sound() {
    for (Recorded r : recorded) {
      wire = new Replies(r.replies());
      assertEquals(new Trial.Sound(), bench.run(r.plan(), r.seed()).end());
      assertEquals(r.replies().size(), wire.read, "all was read");
    }
  }

  @Test
  void ten_thousand_spoiled_streams() {
    Set<String> threads = KitThreads.busy();
    Random random = new Random(20_261_123);
    Map<Spoiler, Integer> sound = new EnumMap<>(Spoiler.class);
    for (int i = 0; i < STREAMS; i++) {
      Recorded r = recorded.get(random.nextInt(recorded.size()));
      Spoiler how = Spoiler.values()[i % Spoiler.values().length];
      List<String> lines = new ArrayList<>(r.replies());
      how.spoil(lines, 1 + random.nextInt(lines.size() - 1), random);
      wire = new Replies(lines);
      Trial.End end = bench.run(r.plan(), r.seed()).end();
      if (end instanceof Trial.Sound) {
        sound.merge(how, 1, Integer::sum);
        soundIsRight(r, how, lines.subList(0, wire.read));
      } else if (end instanceof Trial.Fault fault) {
        assertTrue(fault.text().matches("[\\x20-\\x7e]+"), fault.text());
        assertFalse(fault.text().contains(" threw "), fault.text());
      }
    }
    assertTrue(sound.getOrDefault(Spoiler.EXTREME, 0) > 0, "else nothing was tried: " + sound);
    assertEquals(Set.of(), KitThreads.more(threads), "threads that are left");
  }

  /** Who says something odd of himself is not judged, or is judged as what he says. */
  @Test
  void spoiled_hellos() {
    Random random = new Random(20_261_124);
    Recorded r = recorded.get(0);
    int refused = 0;
    for (int i = 0; i < HELLOS; i++) {
      List<String> lines = new ArrayList<>(r.replies());
      Spoiler.values()[i % Spoiler.values().length].spoil(lines, 0, random);
      ExecSubject spoiled = new ExecSubject(() -> new Replies(lines), "0.1.0", 0, null);
      try {
        Smoke.test(spoiled, Profile.DOCUMENTED);
      } catch (UserError e) {
        assertEquals(UserError.ADAPTER, e.exit());
        assertFalse(e.getMessage().contains("Exception"), e.getMessage());
        refused++;
      }
    }
    assertTrue(refused > HELLOS / 2, refused + " were refused");
  }

  private static void soundIsRight(Recorded r, Spoiler how, List<String> read) {
    for (int i = 0; i < read.size(); i++) {
      String line = read.get(i);
      String was = r.replies().get(i);
      if (!line.equals(was)) {
        String text = how + " " + r.ops().get(i) + ": " + was + " -> " + line;
        assertEquals(i + 1, Spoiler.read(line).path("seq").asInt(), text);
        assertEquals(Set.of(), ProtocolSchemas.ofReply(line), text);
        assertFalse(how.breaks && !Spoiler.read(line).equals(Spoiler.read(was)), text);
      }
    }
  }
}
