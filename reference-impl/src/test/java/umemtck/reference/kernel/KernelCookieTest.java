package umemtck.reference.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static umemtck.reference.Caller.NOSLEEP;
import static umemtck.reference.Caller.SLEEP;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import umemtck.reference.Caller;
import umemtck.spec.ddi.Outcome.Allocated;
import umemtck.spec.ddi.Resource;
import umemtck.spec.subject.CookieRef;

/** What {@code *cookiep} holds (ALLOC.cookie-out), and what can be done with it. */
class KernelCookieTest {
  private final Caller k = Boot.kernel(8);

  @Test
  void everyCookieIsAnother() {
    Set<Long> cookies = new HashSet<>();
    for (int i = 0; i < 8; i++) {
      Allocated a = k.alloc(1, NOSLEEP);
      assertTrue(cookies.add(a.cookie()));
      assertNotEquals(0, a.cookie());
      assertNotEquals(CookieRef.POISON, a.cookie());
    }
  }

  @Test
  void everyRefusalClearsTheCookie() {
    assertEquals(0, k.alloc(0, NOSLEEP).cookie());
    assertEquals(0, k.alloc(-1, SLEEP).cookie());
    assertEquals(0, k.alloc(9 * Boot.PAGE, NOSLEEP).cookie());
    assertEquals(0, k.alloc(9 * Boot.PAGE, SLEEP).cookie());
    k.setFree(Resource.COOKIES, 0);
    assertEquals(0, k.alloc(1, NOSLEEP).cookie());
  }

  @Test
  void freeingNullDoesNothing() {
    Allocated a = k.alloc(1, NOSLEEP);
    k.free(0);
    k.free(0);
    assertEquals(7, k.getFree(Resource.PAGES));
    k.free(a);
    k.free(0);
    assertEquals(8, k.getFree(Resource.PAGES));
    assertEquals(8, k.getFree(Resource.COOKIES));
  }
}
