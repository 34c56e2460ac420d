package umemtck.conformance.exec;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import umemtck.conformance.plan.Plan;
import umemtck.conformance.session.Bench;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSubject;

/**
 * What was sent to a served subject while a plan was carried out, and what came back.
 *
 * @param plan what was done
 * @param seed of the machine
 * @param ops of the requests: hello first, then boot
 * @param replies to them, without line feeds
 */
record Recorded(Plan plan, long seed, List<String> ops, List<String> replies) {

  /** Carries a plan out on a fresh child, and keeps what goes over the wire. */
  static Recorded of(UmemSubject subject, Profile profile, Plan plan, long seed) {
    List<String> ops = new ArrayList<>();
    List<String> replies = new ArrayList<>();
    ServedWire served = new ServedWire(subject);
    Wire listening =
        new Wire() {
          @Override
          public void send(byte[] line) {
            ops.add(op(line));
            served.send(line);
          }

          @Override
          public byte[] receive() {
            byte[] line = served.receive();
            replies.add(new String(line, StandardCharsets.UTF_8));
            return line;
          }

          @Override
          public boolean hasMore() {
            return false;
          }

          @Override
          public boolean kill(String why) {
            return served.kill(why);
          }

          @Override
          public void close() {
            served.close();
          }
        };
    ExecSubject child = new ExecSubject(() -> listening, "0.1.0", 0, null);
    new Bench(child, profile).run(plan, seed);
    child.close();
    return new Recorded(plan, seed, List.copyOf(ops), List.copyOf(replies));
  }

  /** The op of a request. */
  static String op(byte[] line) {
    try {
      return new ObjectMapper().readTree(line).get("op").asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
