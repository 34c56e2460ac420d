package umemtck.reference.cases;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import umemtck.spec.Profile;

/**
 * One case of the table; the README beside the table says what each part means.
 *
 * @param then accept, reject or undefined
 */
record Case(
    String name,
    String clause,
    List<Profile> profiles,
    MachineSpec machine,
    List<CaseStep> given,
    CaseStep when,
    String then,
    List<String> blames) {

  /** Read once: mutation tests ask again for every case of every mutant. */
  private static final List<Case> ALL =
      Stream.of("ALLOC", "FREE", "COOKIE").flatMap(Case::ofArea).toList();

  static Stream<Case> all() {
    return ALL.stream();
  }

  private static Stream<Case> ofArea(String area) {
    Map<String, Object> file = Yaml.read("/umemtck/reference/cases/" + area + ".yaml");
    Map<String, Object> machines = Yaml.map(file.get("machines"));
    return Yaml.list(file.get("cases")).stream().map(c -> of(Yaml.map(c), machines));
  }

  private static Case of(Map<String, Object> c, Map<String, Object> machines) {
    return new Case(
        (String) c.get("name"),
        (String) c.get("clause"),
        Yaml.words(c.get("profiles")).stream().map(Profile::of).toList(),
        MachineSpec.of(Yaml.map(machines.get((String) c.get("machine")))),
        Yaml.list(c.get("given")).stream().map(s -> new CaseStep(Yaml.map(s))).toList(),
        new CaseStep(Yaml.map(c.get("when"))),
        (String) c.get("then"),
        Yaml.words(c.get("blames")));
  }
}
