package umemtck.reference.model;

/**
 * What is known of one resource. An allocation uses what it needs and at most the declared overhead
 * more, so what is free is known within bounds.
 *
 * @param known whether it was ever set, or read; if not, refusal is always right
 * @param certain at least this much is free
 * @param possible at most this much is free
 * @param start what it was set to, or first read
 * @param alone whether nothing was allocated when it was set
 * @param setAt how many resources had been set, or first read, this one included
 * @param freed whether something was freed since it was set
 * @param read what it was last seen to be, if nothing that changes it has happened since; else -1
 */
public record Budget(
    boolean known,
    long certain,
    long possible,
    long start,
    boolean alone,
    int setAt,
    boolean freed,
    long read) {

  /** Nothing is known. */
  public static final Budget UNKNOWN = new Budget(false, 0, Long.MAX_VALUE, 0, false, 0, false, -1);

  static Budget set(long amount, boolean alone, int setAt) {
    return new Budget(true, amount, amount, amount, alone, setAt, false, amount);
  }

  Budget take(long need, long overhead) {
    if (!known) {
      return UNKNOWN;
    }
    return new Budget(
        true, certain - need - overhead, possible - need, start, alone, setAt, freed, -1);
  }

  /** Gives back what an allocation took; one made before the setting took an unknown share. */
  Budget give(long need, long overhead, int born) {
    if (!known) {
      return UNKNOWN;
    }
    long surely = born < setAt ? need : need + overhead;
    long perhaps = born < setAt ? need + overhead : need;
    return new Budget(true, certain + surely, possible + perhaps, start, alone, setAt, true, -1);
  }

  Budget seen(long amount) {
    return new Budget(known, certain, possible, start, alone, setAt, freed, amount);
  }
}
