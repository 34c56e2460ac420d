package umemtck.conformance;

import java.util.function.UnaryOperator;
import umemtck.reference.ReferenceSubject;
import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.Profile;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/** The reference kernel with one step done wrong, for the kit's own tests. */
public final class Faulty extends ReferenceSubject {
  /** Boots a kernel. */
  public interface Boot {
    /** Boots a kernel, or fails to. */
    UmemSystem boot(KernelOptions options, Waits waits);
  }

  private final String name;
  private final Boot boot;
  private final UnaryOperator<Declaration> change;

  private Faulty(String name, Boot boot, UnaryOperator<Declaration> change) {
    super(KernelOptions.of(Profile.DOCUMENTED).withPageSize(64));
    this.name = name;
    this.boot = boot;
    this.change = change;
  }

  /** A subject whose machines this makes. */
  public static Faulty of(String name, Boot boot) {
    return new Faulty(name, boot, d -> d);
  }

  /** A subject without a fault, small and quick. */
  public static Faulty none() {
    return of("sound", Kernel::new);
  }

  /** The same, declaring something else. */
  public Faulty declaring(UnaryOperator<Declaration> other) {
    return new Faulty(name, boot, other);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Declaration declaration() {
    return change.apply(super.declaration());
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return boot.boot(placed, waits);
  }
}
