package umemtck.reference.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Event;

/** The search says of small histories what trying all orders, one after the other, says. */
final class OrdersAgainstAllOrdersTest {
  private static final int HISTORIES = 500;

  @ParameterizedTest
  @EnumSource
  void the_search_says_what_all_orders_say(Profile profile) {
    Random random = new Random(1);
    int legal = 0;
    for (int i = 0; i < HISTORIES; i++) {
      Overlap o = RandomOverlap.of(profile, random);
      Set<UmemState> ends = new AllOrders(o.model, o.events()).ends(o.from());
      Orders.Found every = o.found();
      Orders.Found any = new Orders(o.model, o.events()).any(List.of(o.from()));
      assertEquals(!ends.isEmpty(), every instanceof Orders.Legal, () -> told(o, every));
      assertEquals(!ends.isEmpty(), any instanceof Orders.Legal, () -> told(o, any));
      if (every instanceof Orders.Legal e && any instanceof Orders.Legal a) {
        legal++;
        leadsThere(o, e);
        leadsThere(o, a);
        assertEquals(1, a.states().size());
        assertEquals(blameless(ends), blameless(andBehind(o, e.states())), () -> told(o, every));
      }
    }
    assertTrue(legal > HISTORIES / 10 && legal < HISTORIES * 9 / 10, "legal: " + legal);
  }

  /** The order that is given is one: it explains what was seen, and leads where it says. */
  private static void leadsThere(Overlap o, Orders.Legal found) {
    Set<UmemState> ends = new Order(o.model, o.events()).ends(o.from(), found.order());
    assertTrue(found.states().stream().anyMatch(ends::contains), () -> told(o, found));
  }

  /** What can still be done when all has been seen is put off, and only so long. */
  private static Set<UmemState> andBehind(Overlap o, List<UmemState> states) {
    Set<UmemState> all = new LinkedHashSet<>();
    Deque<UmemState> next = new ArrayDeque<>(states);
    while (!next.isEmpty()) {
      UmemState s = next.poll();
      if (all.add(s)) {
        next.addAll(o.model.internal(s));
      }
    }
    return all;
  }

  /** Whom a wrong read-out would be held against hangs on the order; nothing else does. */
  private static Set<UmemState> blameless(Set<UmemState> states) {
    return states.stream().map(s -> s.suspecting(null)).collect(Collectors.toSet());
  }

  private static String told(Overlap o, Orders.Found found) {
    List<String> lines = new ArrayList<>();
    for (Event e : o.events()) {
      lines.add(e.toString());
    }
    return String.join("\n", lines) + "\n" + found;
  }
}
