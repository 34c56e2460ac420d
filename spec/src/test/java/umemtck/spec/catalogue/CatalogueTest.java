package umemtck.spec.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The committed catalogue breaks no rule. */
class CatalogueTest {

  @Test
  void the_list_of_ids_has_192_different_ones() throws IOException {
    assertEquals(192, Catalogue.ids().stream().distinct().count());
    assertEquals(192, Catalogue.ids().size());
  }

  @Test
  void the_catalogue_breaks_no_rule() throws IOException {
    List<Finding> findings = Lint.over(Catalogue.files(), Catalogue.ids());
    assertEquals(List.of(), findings, () -> "look at these in spec/src/main/resources: ");
  }
}
