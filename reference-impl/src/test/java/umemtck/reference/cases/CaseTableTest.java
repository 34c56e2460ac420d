package umemtck.reference.cases;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import umemtck.reference.model.Answer;
import umemtck.reference.model.Breach;
import umemtck.spec.Profile;
import umemtck.spec.Strength;

/**
 * The model agrees with the cases, which were written from the clauses without looking at it: the
 * one thing here that can notice a clause misread once for all.
 */
class CaseTableTest {

  @TestFactory
  Stream<DynamicTest> eachCase() {
    return Case.of(Case.AREAS)
        .flatMap(
            c ->
                c.profiles().stream()
                    .map(p -> DynamicTest.dynamicTest(name(c, p), () -> check(c, p))));
  }

  private static String name(Case c, Profile p) {
    return c.clause() + ", " + p.word() + ": " + c.name();
  }

  private static void check(Case c, Profile profile) {
    CasePlayer player = new CasePlayer(c.machine(), profile);
    for (CaseStep step : c.given()) {
      Answer a = player.play(step);
      assertInstanceOf(Answer.Next.class, a, () -> "given " + step + " was not accepted: " + a);
    }
    Answer made = player.play(c.when());
    Answer a =
        c.when().blocks() && made instanceof Answer.Next ? player.mayWait(c.when(), made) : made;
    switch (c.then()) {
      case "accept" -> assertInstanceOf(Answer.Next.class, a, a::toString);
      case "undefined" -> assertInstanceOf(Answer.Undefined.class, a, a::toString);
      case "reject" ->
          assertBlamed(c, profile, assertInstanceOf(Answer.Forbidden.class, a, a::toString));
      case "open" -> {
        if (!(a instanceof Answer.Next)) {
          assertBlamed(c, profile, assertInstanceOf(Answer.Forbidden.class, a, a::toString));
        }
      }
      default -> throw new IllegalArgumentException("then: " + c.then());
    }
  }

  private static void assertBlamed(Case c, Profile profile, Answer.Forbidden a) {
    assertTrue(!c.blames().isEmpty(), "a rejection blames somebody");
    for (Breach b : a.breaches()) {
      assertTrue(
          c.blames().contains(b.clause()) || c.blames().contains(b.facet()),
          () -> b + " is blamed, but only these may be: " + c.blames());
      assertNotEquals(
          Optional.of(Strength.ABSENT),
          CatalogueClauses.strength(b.facet(), profile),
          () -> b + " is blamed, which there is not in " + profile.word());
    }
  }
}
