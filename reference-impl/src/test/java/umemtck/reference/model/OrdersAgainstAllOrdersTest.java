package umemtck.reference.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import umemtck.spec.Profile;
import umemtck.spec.ddi.Event;

/** The search says of small histories what trying all orders, one after the other, says. */
final class OrdersAgainstAllOrdersTest {
  private static final int HISTORIES = 1_000;

  @ParameterizedTest
  @EnumSource
  void the_search_says_what_all_orders_say(Profile profile) {
    Random random = new Random(1);
    int legal = 0;
    for (int i = 0; i < HISTORIES; i++) {
      Overlap o = RandomOverlap.of(profile, random);
      boolean expected = new AllOrders(o.model, o.events()).some(o.from());
      Orders.Found found = o.found();
      assertEquals(expected, found instanceof Orders.Legal, () -> told(o, found));
      assertEquals(
          expected,
          new Orders(o.model, o.events()).any(List.of(o.from())) instanceof Orders.Legal,
          () -> told(o, found));
      legal += expected ? 1 : 0;
    }
    assertTrue(legal > HISTORIES / 10 && legal < HISTORIES * 9 / 10, "legal: " + legal);
  }

  private static String told(Overlap o, Orders.Found found) {
    List<String> lines = new ArrayList<>();
    for (Event e : o.events()) {
      lines.add(e.toString());
    }
    return String.join("\n", lines) + "\n" + found;
  }
}
