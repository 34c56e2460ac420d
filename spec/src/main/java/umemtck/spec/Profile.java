package umemtck.spec;

import java.util.Locale;

/** For whom the contract is read. The catalogue gives every clause a strength in each profile. */
public enum Profile {
  /** What the guide and the manual pages promise, and what would break a promise if it were not. */
  DOCUMENTED,
  /** What illumos does today where it differs from what is documented. */
  ILLUMOS;

  /** The profile's name on the command line, in the catalogue and in reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a profile's name.
   *
   * @throws IllegalArgumentException if there is no profile of that name; the message lists them
   */
  public static Profile of(String word) {
    for (Profile p : values()) {
      if (p.word().equals(word)) {
        return p;
      }
    }
    throw new IllegalArgumentException(
        "no profile is called '" + word + "'; there are documented and illumos");
  }
}
