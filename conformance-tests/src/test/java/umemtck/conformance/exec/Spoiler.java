package umemtck.conformance.exec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Ways in which a stream of replies goes wrong. */
enum Spoiler {
  /** A line is not there. */
  DROP(true) {
    @Override
    void spoil(List<String> lines, int at, Random random) {
      lines.remove(at);
    }
  },
  /** A line comes twice. */
  DOUBLE(true) {
    @Override
    void spoil(List<String> lines, int at, Random random) {
      lines.add(at, lines.get(at));
    }
  },
  /** Two lines change places. */
  SWAP(true) {
    @Override
    void spoil(List<String> lines, int at, Random random) {
      Collections.swap(lines, at, 1 + random.nextInt(lines.size() - 1));
    }
  },
  /** A line ends early, as if it were whole. */
  CUT(true) {
    @Override
    void spoil(List<String> lines, int at, Random random) {
      lines.set(at, lines.get(at).substring(0, random.nextInt(lines.get(at).length())));
    }
  },
  /** The stream ends early. */
  END(true) {
    @Override
    void spoil(List<String> lines, int at, Random random) {
      lines.subList(at, lines.size()).clear();
    }
  },
  /** Whatever there is in the world instead of a line. */
  NOISE(true) {
    @Override
    void spoil(List<String> lines, int at, Random random) {
      String[] noise = {"", "{}", "[]", "null", "\u0000", "Segmentation fault", "{\"seq\":1}"};
      lines.set(at, noise[random.nextInt(noise.length)]);
    }
  },
  /** A field that is needed is not there. */
  LACK(true) {
    @Override
    void spoil(List<String> lines, int at, Random random) {
      ObjectNode line = read(lines.get(at));
      List<String> names = names(line);
      names.removeAll(List.of("changed", "began"));
      line.remove(names.get(random.nextInt(names.size())));
      lines.set(at, line.toString());
    }
  },
  /** One character is another. */
  FLIP(false) {
    @Override
    void spoil(List<String> lines, int at, Random random) {
      StringBuilder line = new StringBuilder(lines.get(at));
      int i = random.nextInt(line.length());
      line.setCharAt(i, (char) (line.charAt(i) ^ (1 << random.nextInt(7))));
      lines.set(at, line.toString());
    }
  },
  /** A value is one at the edge of what can be written. */
  EXTREME(false) {
    @Override
    void spoil(List<String> lines, int at, Random random) {
      ObjectNode line = read(lines.get(at));
      List<String> names = names(line);
      names.addAll(List.of("changed", "began"));
      line.set(
          names.get(random.nextInt(names.size())), read("{\"v\":" + edge(random) + "}").get("v"));
      lines.set(at, line.toString());
    }
  },
  /** It stands otherwise. */
  STATE(false) {
    @Override
    void spoil(List<String> lines, int at, Random random) {
      String[] states = {"returned", "blocked", "callback", "panic", "error"};
      ObjectNode line = read(lines.get(at)).put("state", states[random.nextInt(states.length)]);
      lines.set(at, line.put("text", "x").put("of", 1 + random.nextInt(lines.size())).toString());
    }
  },
  /** It says, or does not say, that something happened besides. */
  BESIDES(false) {
    @Override
    void spoil(List<String> lines, int at, Random random) {
      ObjectNode line = read(lines.get(at));
      if (line.remove("began") == null && line.remove("changed") == null) {
        line.put("changed", 1);
        if (random.nextBoolean()) {
          line.putArray("began").add(1_000_001 + random.nextInt(3));
        }
      }
      lines.set(at, line.toString());
    }
  };

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Whether what comes of it is never another valid reply to the same request. */
  final boolean breaks;

  Spoiler(boolean breaks) {
    this.breaks = breaks;
  }

  /** Spoils a stream at a line. */
  abstract void spoil(List<String> lines, int at, Random random);

  private static String edge(Random random) {
    String[] edges = {
      "0",
      "1",
      "-1",
      "2147483647",
      "-2147483648",
      "2147483648",
      "1e999",
      "null",
      "true",
      "[]",
      "{}",
      "[1000001]",
      "[1,2,3]",
      "\"\"",
      "\"0\"",
      "\"-1\"",
      "\"0x0\"",
      "\"0xffffffffffffffff\"",
      "\"0x7fffffffffffffff\"",
      "\"0x8000000000000000\"",
      "\"0xdeadbeefbaddcafe\"",
      "\"18446744073709551615\"",
      "\"18446744073709551616\"",
      "\"9223372036854775807\"",
      "\"9223372036854775808\"",
      "\"-9223372036854775808\"",
      "\"EAGAIN\"",
      "\"11\"",
      "\"1\"",
      "255"
    };
    return edges[random.nextInt(edges.length)];
  }

  private static List<String> names(ObjectNode line) {
    List<String> names = new ArrayList<>();
    line.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** A line as a tree; an empty one if it is none. */
  static ObjectNode read(String line) {
    try {
      JsonNode tree = MAPPER.readTree(line);
      return tree instanceof ObjectNode object ? object : MAPPER.createObjectNode();
    } catch (JsonProcessingException e) {
      return MAPPER.createObjectNode();
    }
  }
}
