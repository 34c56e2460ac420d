package umemtck.conformance.zoo;

import umemtck.reference.ReferenceSubject;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.Profile;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/** The reference kernel with one step done otherwise; called by the name of its class. */
abstract class ZooSubject extends ReferenceSubject {
  ZooSubject() {
    this(Profile.DOCUMENTED);
  }

  ZooSubject(Profile profile) {
    super(profile);
  }

  ZooSubject(KernelOptions options) {
    super(options);
  }

  @Override
  public final String name() {
    return Zoo.PREFIX + getClass().getSimpleName();
  }

  @Override
  protected abstract UmemSystem boot(KernelOptions placed, Waits waits);
}
