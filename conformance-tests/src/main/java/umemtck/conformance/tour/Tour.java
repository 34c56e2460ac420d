package umemtck.conformance.tour;

import java.util.BitSet;
import java.util.Optional;
import umemtck.conformance.session.Bench;
import umemtck.conformance.session.Led;
import umemtck.conformance.session.Trial;

/** The tour of one graph over one subject: walk after walk, each on a fresh machine. */
public final class Tour {
  /** How many walks may go wrong before the tour is given up. */
  private static final int WRONG = 20;

  /** Said of an edge that leaves a state in which the subject never was. */
  static final String NO_WAY = "nothing that the subject was seen to do leads to this state";

  private final Cover cover;
  private final Guidebook book;

  Tour(Cover cover, Guidebook book) {
    this.cover = cover;
    this.book = book;
  }

  /** Told of every walk, with its seed. */
  public interface Log {
    /** A walk is over. */
    void walked(Led led, long seed);
  }

  /** Takes every edge that the subject leads to; says how it failed, if it did. */
  Optional<String> all(Bench bench, long seed, Log log) {
    Optional<String> fault = Optional.empty();
    int wrong = 0;
    for (long n = seed;
        !cover.wayToOpen(cover.edges().graph().init(), new BitSet()).isEmpty();
        n++) {
      int before = cover.known();
      Walk walk = new Walk(cover, book.phrases());
      Led led = bench.run(walk, n);
      log.walked(led, n);
      Trial.End end = led.trial().end();
      if (end instanceof Trial.Fault f) {
        fault = fault.or(() -> Optional.of(f.text()));
      }
      if (end instanceof Trial.Sound && cover.known() == before) {
        throw new IllegalStateException("a walk through " + cover + " found out nothing");
      }
      if (!(end instanceof Trial.Sound)) {
        if (walk.wanted().isEmpty() || ++wrong >= WRONG) {
          cover.close("the tour was given up: " + reason(end));
          return fault;
        }
        walk.wanted().forEach(e -> cover.giveUp(e, reason(end)));
      }
    }
    cover.close(NO_WAY);
    return fault;
  }

  private static String reason(Trial.End end) {
    return end instanceof Trial.Broken b
        ? b.breaches().get(0).facet() + " was broken"
        : ((Trial.Fault) end).text();
  }
}
