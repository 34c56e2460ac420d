package umemtck.reference;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.Profile;
import umemtck.spec.SpecVersion;
import umemtck.spec.ddi.MappingKind;
import umemtck.spec.subject.BootOptions;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.Feature;
import umemtck.spec.subject.UmemSubject;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/** The reference kernel as a subject. It offers whatever its contract has. */
public class ReferenceSubject implements UmemSubject {
  private final KernelOptions options;

  /** The kernel that keeps the documented contract. */
  public ReferenceSubject() {
    this(Profile.DOCUMENTED);
  }

  /** The kernel that keeps the contract of a profile. */
  public ReferenceSubject(Profile profile) {
    this(KernelOptions.of(profile));
  }

  /** The kernel so configured; each machine picks its address from its seed. */
  public ReferenceSubject(KernelOptions options) {
    this.options = options;
  }

  @Override
  public String name() {
    return options.profile() == Profile.DOCUMENTED ? "reference" : "reference:illumos";
  }

  @Override
  public String version() {
    return "0.1.0";
  }

  @Override
  public String specVersion() {
    return SpecVersion.CURRENT;
  }

  @Override
  public Declaration declaration() {
    Declaration all =
        Declaration.ofPageSize(options.pageSize())
            .withCapacity(options.frames())
            .offering(Feature.values())
            .mapping(options.window(), MappingKind.values());
    return options.profile() == Profile.ILLUMOS
        ? all
        : all.without(Feature.ZONES, "what is documented has one zone")
            .without(Feature.ZONE_LIMIT, "what is documented limits projects alone")
            .without(Feature.MLOCK, "what is documented counts locks of drivers alone");
  }

  @Override
  public UmemSystem boot(BootOptions boot, Waits waits) {
    return boot(placed(boot.seed()), waits);
  }

  /** Boots a kernel; a faulty subject boots one with a step done wrong. */
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits);
  }

  /** Low, in the upper half, or ending exactly at 2^64: nothing may depend on it. */
  private KernelOptions placed(long seed) {
    return switch (Math.floorMod(seed, 3)) {
      case 0 -> options;
      case 1 -> options.at(0xffff_ff00_0000_0000L);
      default -> options.atTheTop();
    };
  }
}
