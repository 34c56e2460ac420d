package umemtck.proofs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What must not pass for a proof. */
class Z3Test {
  @AutoClose private final Z3 z3 = Z3.start();
  private final Word a = z3.word("a");
  private final Word b = z3.word("b");

  @Test
  void whatIsFalseIsNotProved() {
    String said = failure(() -> z3.given().prove("a is b", a.is(b)));
    assertTrue(said.startsWith("a is b: is false"), said);
    assertTrue(said.contains("  a ") && said.contains("  b "), said);
  }

  @Test
  void nothingFollowsFromAContradiction() {
    Theorem absurd = z3.given(a.is(1), a.is(2));
    String said = failure(() -> absurd.prove("a is b", a.is(b)));
    assertEquals("a is b: nothing meets the hypotheses, so this says nothing", said);
  }

  @Test
  void whatIsTrueIsNotRefuted() {
    String said = failure(() -> z3.given().refute("a is a", a.plus(b).is(b.plus(a))));
    assertEquals("a is a: follows, though it should not", said);
  }

  @Test
  void whatDoesNotExistIsNotFound() {
    String said = failure(() -> z3.given(a.is(1)).find("another", a.is(2)));
    assertEquals("another: there is no such case", said);
  }

  /** To find the factors of a number takes more than a few steps. */
  @Test
  void notToKnowIsNoProof() {
    try (Z3 hurried = Z3.startWith(1000)) {
      Word c = hurried.word("c");
      Word d = hurried.word("d");
      Theorem small =
          hurried.given(c.atMost(hurried.word(1L << 30)), d.atMost(hurried.word(1L << 30)));
      String said = failure(() -> small.find("factors", c.times(d).is(1000000016000000063L)));
      assertTrue(said.startsWith("Z3 does not know within 1000 steps"), said);
      assertTrue(said.contains("which proves nothing"), said);
    }
  }

  @Test
  void theLeastWitnessIsTheLeast() {
    Witness w = z3.given(a.isAbove(z3.word(6))).find("a", a.plus(b).is(100)).least(b, a);
    assertEquals(0, w.of(b));
    assertEquals(100, w.of(a));
  }

  private static String failure(Runnable proof) {
    return assertThrows(AssertionError.class, proof::run).getMessage();
  }
}
