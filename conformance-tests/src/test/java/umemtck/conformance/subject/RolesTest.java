package umemtck.conformance.subject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static umemtck.spec.subject.Feature.*;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import umemtck.conformance.UserError;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.DeviceMappings;
import umemtck.spec.subject.Feature;
import umemtck.spec.subject.Mappings;
import umemtck.spec.subject.Memory;
import umemtck.spec.subject.SharedDriver;
import umemtck.spec.subject.UmemAllocation;
import umemtck.spec.subject.UmemDevmap;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Window;
import umemtck.spec.subject.World;

/** Declarations of exports are held against what they need and against the roles that are there. */
final class RolesTest {
  private static final Declaration PLAIN =
      Declaration.ofPageSize(4096).mapping(new Window(1 << 16, 48), MappingKind.DEVICE);

  /** A machine with some of the roles; none of them is ever called. */
  private record Machine(Set<String> roles) implements UmemSystem, World {
    private <T> Optional<T> role(Class<T> role) {
      return roles.contains(role.getSimpleName())
          ? Optional.of(
              role.cast(
                  java.lang.reflect.Proxy.newProxyInstance(
                      role.getClassLoader(), new Class<?>[] {role}, (p, m, a) -> null)))
          : Optional.empty();
    }

    @Override
    public UmemAllocation allocation() {
      return null;
    }

    @Override
    public Memory memory() {
      return null;
    }

    @Override
    public World world() {
      return this;
    }

    @Override
    public Optional<UmemDevmap> devmap() {
      return role(UmemDevmap.class);
    }

    @Override
    public Optional<SharedDriver> sharedDriver() {
      return role(SharedDriver.class);
    }

    @Override
    public Optional<DeviceMappings> deviceMappings() {
      return role(DeviceMappings.class);
    }

    @Override
    public Optional<Mappings> mappings() {
      return role(Mappings.class);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DEVMAP        | Mappings,DeviceMappings            | devmap()
          DEVMAP        | UmemDevmap,Mappings                | World.deviceMappings()
          DEVMAP        | UmemDevmap,DeviceMappings          | World.mappings()
          SHARED_DRIVER | Mappings,DeviceMappings            | sharedDriver()
          SHARED_DRIVER | SharedDriver                       | World.mappings()
          FORK          | UmemDevmap                         | World.processes()
          DATA_MODELS   | UmemDevmap                         | World.dataModels()
          """)
  void a_role_that_is_missing(Feature declared, String there, String missing) {
    Machine machine = new Machine(Set.of(there.split(",")));
    UserError e =
        assertThrows(UserError.class, () -> Roles.present(machine, PLAIN.offering(declared)));
    assertEquals(
        "The subject declares " + declared + ", but " + missing + " is empty.",
        e.getMessage().lines().findFirst().orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({
    "DEVMAP, 'UmemDevmap,Mappings,DeviceMappings'",
    "SHARED_DRIVER, 'SharedDriver,Mappings'"
  })
  void roles_that_are_enough(Feature declared, String there) {
    Roles.present(new Machine(Set.of(there.split(","))), PLAIN.offering(declared));
  }

  @ParameterizedTest
  @CsvSource({
    "REMAP, DEVMAP",
    "DEVMAP_CALLBACKS, DEVMAP",
    "FORK, PROCESSES",
    "DATA_MODELS, PROCESSES",
    "TRANSFERS, IOSETUP"
  })
  void a_feature_that_is_missing(Feature declared, Feature needed) {
    Roles.declared(PLAIN.offering(declared, needed));
    UserError e = assertThrows(UserError.class, () -> Roles.declared(PLAIN.offering(declared)));
    assertTrue(
        e.getMessage()
            .startsWith(
                "The subject declares " + declared + ", but not " + needed + ", which it needs."),
        e.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "USER_MEMORY, LOCK or DEVMAP or SHARED_DRIVER, LOCK",
    "PROTECTION, LOCK or DEVMAP, DEVMAP"
  })
  void one_of_several_features(Feature declared, String needed, Feature enough) {
    Declaration d = PLAIN.offering(declared);
    UserError e = assertThrows(UserError.class, () -> Roles.declared(d));
    assertTrue(e.getMessage().contains("but not " + needed + ", which"), e.getMessage());
    Roles.declared(d.offering(enough));
  }

  /** Else it would never know that its device is unmapped, and never detach. */
  @Test
  void the_kits_own_driver_needs_its_callbacks() {
    Machine machine = new Machine(Set.of("UmemDevmap", "Mappings"));
    UserError e =
        assertThrows(UserError.class, () -> Roles.present(machine, PLAIN.offering(SHARED_DRIVER)));
    assertTrue(e.getMessage().contains("DEVMAP_CALLBACKS"), e.getMessage());
    Roles.present(machine, PLAIN.offering(SHARED_DRIVER, DEVMAP_CALLBACKS));
  }

  @ParameterizedTest
  @CsvSource({"DEVMAP, 47, 0", "DEVMAP, 48, 1", "SHARED_DRIVER, 0, 0"})
  void nowhere_to_map(Feature declared, long pages, long base) {
    Declaration d =
        Declaration.ofPageSize(4096).mapping(new Window(base, pages)).offering(declared);
    UserError e = assertThrows(UserError.class, () -> Roles.declared(d));
    assertTrue(
        e.getMessage()
            .startsWith(
                "The subject declares " + declared + ", but nowhere to map what is exported."),
        e.getMessage());
  }

  @Test
  void a_device_can_be_mapped_where_nothing_can_be_locked() {
    Roles.declared(
        Declaration.ofPageSize(4096)
            .mapping(new Window(1 << 16, 48))
            .offering(DEVMAP, SHARED_DRIVER));
  }
}
