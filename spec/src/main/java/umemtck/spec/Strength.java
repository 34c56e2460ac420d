package umemtck.spec;

import java.util.Locale;

/** How much a clause, or a facet of it, binds in one profile. */
public enum Strength {
  /** Broken means {@code FAIL}. */
  MUST,
  /** Allowed, not asked for: what happened is recorded. */
  MAY,
  /** Good to have: not met means {@code NOTED}, never {@code FAIL}. */
  QUALITY,
  /** The contract says nothing: whatever happens is right. */
  UNDEFINED,
  /** Not part of this profile. */
  ABSENT;

  /** The strength's name in the catalogue and in reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a strength's name.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public static Strength of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
