package umemtck.conformance.suite;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * A property that asks about one facet. jqwik supplies randomness and tries; its own shrinking
 * stops by the clock, and edge cases mean nothing for plans, so both are off.
 */
@Property(
    shrinking = ShrinkingMode.OFF,
    edgeCases = EdgeCasesMode.NONE,
    generation = GenerationMode.RANDOMIZED)
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Asks {
  /** The facet, {@code CLAUSE/facet}. */
  String value();
}
