package umemtck.reference.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import umemtck.reference.model.Breach;
import umemtck.spec.Profile;
import umemtck.spec.Strength;

/** The table is written as its README says; what is written otherwise would teach nothing. */
class CaseFormTest {
  @Test
  void everyStepIsWrittenAsTheReadmeSays() {
    List<String> faults = new ArrayList<>();
    Case.of(Case.AREAS)
        .forEach(c -> StepForm.faults(steps(c)).forEach(f -> faults.add(c.name() + ": " + f)));
    assertEquals(List.of(), faults);
  }

  @Test
  void aStepThatIsWrittenOtherwiseIsFound() {
    assertEquals(1, faults(Map.of("do", "ddi_umem_lok")), "no such step");
    assertEquals(1, faults(Map.of("do", "page_out", "proc", 1, "gives", Map.of("amount", 0))));
    assertEquals(1, faults(Map.of("do", "page_out", "gives", Map.of("pages", 0))));
    assertEquals(1, faults(Map.of("do", "munmap", "proc", 1, "addr", "0x0", "blocks", true)));
    assertEquals(1, faults(Map.of("do", "callback_ended", "of", 1)), "no such label");
    assertEquals(1, faults(Map.of("do", "page_out", "gives", Map.of("amount", 0), "blocks", true)));
    assertEquals(0, faults(Map.of("do", "page_out", "gives", Map.of("amount", 0))));
  }

  @Test
  void anExportThatIsWrittenOtherwiseIsFound() {
    Map<String, Object> setup = Map.of("cookie", "0x1");
    Map<String, Object> gives = Map.of("dhp", "0x9");
    assertEquals(0, faults(export(setup, gives)));
    assertEquals(1, faults(export(Map.of("cookie", "0x1", "off", "0"), gives)), "koff is meant");
    assertEquals(1, faults(export(Map.of("koff", "0"), gives)), "no cookie");
    assertEquals(1, faults(export(Map.of("cookie", "0x1", "maxprot", List.of("ALL")), gives)));
    assertEquals(1, faults(export(setup, Map.of())), "mapped, and no handle");
    assertEquals(1, faults(export(setup, Map.of("dhp", "0x9", "errrno", 0))));
    assertEquals(0, faults(export(setup, Map.of("errno", "ENXIO", "setup", -1))));
    assertEquals(0, faults(export(setup, Map.of("errno", "EACCES", "setup", "NOT_MADE"))));
    assertEquals(1, faults(export(setup, Map.of("errno", "ENXIO", "setup", "NEVER"))));
  }

  @Test
  void anAnswerToASecondSetupIsWrittenIfOneIsMade() {
    Map<String, Object> step = new HashMap<>(export(Map.of("cookie", "0x1"), Map.of("dhp", "0x9")));
    step.put("again", Map.of("cookie", "0x2"));
    assertEquals(1, faults(step), "no answer to the second setup");
    step.put("gives", Map.of("dhp", "0x9", "again", -1));
    assertEquals(0, faults(step));
  }

  @Test
  void aTouchGivesASignalOrWhatOtherMemoryGives() {
    Map<String, Object> fill =
        Map.of("do", "user_fill", "proc", 1, "addr", "0x0", "len", "1", "value", 7);
    Map<String, Object> killed = new HashMap<>(fill);
    killed.put("gives", Map.of("signal", 10));
    assertEquals(0, faults(fill));
    assertEquals(0, faults(killed));
    killed.put("gives", Map.of("signals", 10));
    assertEquals(1, faults(killed), "no such field");
  }

  @Test
  void everyCaseBlamesWhatThereIs() {
    List<String> faults = new ArrayList<>();
    Case.of(Case.AREAS)
        .forEach(
            c -> c.profiles().forEach(p -> blames(c, p).forEach(f -> faults.add(c.name() + f))));
    assertEquals(List.of(), faults);
  }

  @Test
  void noNameIsUsedTwice() {
    Set<String> names = new HashSet<>();
    List<String> twice = Case.of(Case.AREAS).map(Case::name).filter(n -> !names.add(n)).toList();
    assertEquals(List.of(), twice);
    assertTrue(names.size() >= 3000, "fewer than 3000 cases");
  }

  @Test
  void everyTestedClauseAcceptsSomethingAndRefusesSomething() {
    Set<String> tested = CatalogueClauses.tested(Case.AREAS);
    assertTrue(tested.size() > 160, "read too little of the catalogue: " + tested);
    // Misuse is never made, so nothing of it is accepted.
    assertEquals(
        Set.of("ALLOC.flag-conflict", "ALLOC.flag-unknown", "UNLOCK.alloc-cookie"),
        without(tested, Set.of("accept")),
        "clauses that accept nothing");
    assertEquals(
        Set.of("LOCKMEM.short-with-callback"), // Called or not, both are right (K-15).
        without(tested, Set.of("reject", "open", "undefined")),
        "clauses that refuse nothing");
  }

  private static Set<String> without(Set<String> clauses, Set<String> then) {
    Set<String> missing = new TreeSet<>(clauses);
    missing.removeAll(
        Case.of(Case.AREAS)
            .filter(c -> then.contains(c.then()))
            .map(Case::clause)
            .collect(Collectors.toSet()));
    return missing;
  }

  private List<String> blames(Case c, Profile p) {
    boolean refuses = c.then().equals("reject") || c.then().equals("open");
    if (refuses == c.blames().isEmpty()) {
      return List.of(" blames somebody if, and only if, it may be refused");
    }
    List<String> faults = new ArrayList<>();
    for (String name : c.blames()) {
      Optional<Strength> strength = CatalogueClauses.strength(name, p);
      if (strength.isEmpty() && !name.equals(Breach.UNDECLARED)) {
        faults.add(" blames " + name + ", which there is not");
      } else if (c.then().equals("open") && strength.equals(Optional.of(Strength.MUST))) {
        faults.add(" is open, but " + name + " binds in " + p.word());
      }
    }
    return faults;
  }

  private static List<CaseStep> steps(Case c) {
    return Stream.concat(c.given().stream(), Stream.of(c.when())).toList();
  }

  private static Map<String, Object> export(Map<String, Object> setup, Map<String, Object> gives) {
    return Map.of(
        "do", "devmap_umem_setup", "addr", "0x0", "len", "1", "setup", setup, "gives", gives);
  }

  private static int faults(Map<String, Object> step) {
    return StepForm.faults(List.of(new CaseStep(step))).size();
  }
}
