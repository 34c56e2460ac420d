package umemtck.conformance.mutation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Holds the mutants that the tests let live against the committed list of those that may: each with
 * its reason, and no others. Profile {@code pit} runs it after the mutation tests: first those by
 * the model's own tests, of every class; then those by the zoo, which takes a minute for a mutant,
 * of the classes in which some still live.
 */
final class MutantsThatLive {
  private static final String CLASS = "mutatedClass";

  private static final List<String> IDENTITY =
      List.of(CLASS, "mutatedMethod", "methodDescription", "lineNumber", "mutator", "indexes");

  private MutantsThatLive() {}

  /**
   * Takes PIT's {@code mutations.xml} by the model's own tests and by the zoo, the list, and the
   * folder of the model's source.
   */
  public static void main(String[] args) throws Exception {
    List<String> differences = new ArrayList<>();
    List<Element> byZoo = mutants(Path.of(args[1]));
    Map<String, Integer> found = new TreeMap<>();
    for (Element m : mutants(Path.of(args[0]))) {
      List<Element> again = byZoo.stream().filter(z -> isSame(m, z)).toList();
      if (!isDetected(m) && again.isEmpty()) {
        differences.add("lives, and the zoo was not asked; add its class: " + text(m, CLASS));
      } else if (!isDetected(m) && !again.stream().allMatch(MutantsThatLive::isDetected)) {
        found.merge(key(m, Path.of(args[3])), 1, Integer::sum);
      }
    }
    Map<String, Integer> listed = listed(Path.of(args[2]));
    found.forEach(
        (mutant, n) -> {
          if (n > listed.getOrDefault(mutant, 0)) {
            differences.add("lives, but is not listed: " + mutant);
          }
        });
    listed.forEach(
        (mutant, n) -> {
          if (n > found.getOrDefault(mutant, 0)) {
            differences.add("is listed, but does not live: " + mutant);
          }
        });
    if (!differences.isEmpty()) {
      System.err.println("mutants-that-live.yaml is not what was found:");
      differences.forEach(System.err::println);
      System.exit(1);
    }
    int living = found.values().stream().mapToInt(Integer::intValue).sum();
    System.out.println("the " + living + " mutants that live are those that may");
  }

  private static List<Element> mutants(Path report)
      throws IOException, ParserConfigurationException, SAXException {
    NodeList all =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(report.toFile())
            .getElementsByTagName("mutation");
    if (all.getLength() == 0) {
      throw new IllegalStateException("no mutant at all in " + report);
    }
    List<Element> mutants = new ArrayList<>();
    for (int i = 0; i < all.getLength(); i++) {
      mutants.add((Element) all.item(i));
    }
    return mutants;
  }

  private static boolean isDetected(Element mutant) {
    return mutant.getAttribute("detected").equals("true");
  }

  private static boolean isSame(Element a, Element b) {
    return IDENTITY.stream().allMatch(tag -> text(a, tag).equals(text(b, tag)));
  }

  private static String key(Element m, Path source) throws IOException {
    int line = Integer.parseInt(text(m, "lineNumber"));
    String code = Files.readAllLines(source.resolve(text(m, "sourceFile"))).get(line - 1);
    String in = text(m, CLASS);
    String method = text(m, "mutatedMethod").replaceAll("lambda\\$(\\w+)\\$\\d+", "$1");
    String mutator = text(m, "mutator");
    return key(
        in.substring(in.lastIndexOf('.') + 1) + "." + method,
        mutator.substring(mutator.lastIndexOf('.') + 1),
        code.strip());
  }

  private static Map<String, Integer> listed(Path list) throws IOException {
    Map<String, Integer> listed = new TreeMap<>();
    try (InputStream in = Files.newInputStream(list)) {
      Map<?, ?> file = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
      for (Object node : (List<?>) file.get("mutants")) {
        Map<?, ?> m = (Map<?, ?>) node;
        if (m.get("why") == null) {
          throw new IllegalStateException("no reason: " + m);
        }
        listed.merge(
            key(m.get("in"), m.get("mutator"), m.get("line")),
            m.get("times") instanceof Integer n ? n : 1,
            Integer::sum);
      }
    }
    return listed;
  }

  private static String key(Object in, Object mutator, Object line) {
    return in + ", " + mutator + ", at: " + line;
  }

  private static String text(Element mutation, String tag) {
    return mutation.getElementsByTagName(tag).item(0).getTextContent();
  }
}
