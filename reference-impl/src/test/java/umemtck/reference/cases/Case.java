package umemtck.reference.cases;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import umemtck.spec.Profile;

/**
 * One case of the table; the README beside the table says what each part means.
 *
 * @param then accept, reject, undefined or open
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

  /** All that have a table. */
  static final List<String> AREAS =
      List.of(
          "ALLOC", "FREE", "COOKIE", "LOCK", "UNLOCK", "ACCT", "LOCKMEM", "IOSETUP", "DEVMAP",
          "REMAP", "SHARED");

  /** Each table is read once. */
  private static final Map<String, List<Case>> READ = new ConcurrentHashMap<>();

  /** The cases of some areas, in their order. */
  static Stream<Case> of(List<String> areas) {
    return areas.stream().flatMap(Case::ofArea);
  }

  private static Stream<Case> ofArea(String area) {
    return READ.computeIfAbsent(area, Case::read).stream();
  }

  private static List<Case> read(String area) {
    Map<String, Object> file = Yaml.read("/umemtck/reference/cases/" + area + ".yaml");
    Map<String, Object> machines = Yaml.map(file.get("machines"));
    return Yaml.list(file.get("cases")).stream().map(c -> of(Yaml.map(c), machines)).toList();
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
