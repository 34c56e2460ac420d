package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.Feature;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Does not declare CHECKED, and lets misuse pass in silence.
 *
 * <p>Legal: what the contract leaves undefined is not asked of it (FREE.exactly-once, ALLOC.flag-
 * conflict).
 */
final class DiagnosesNothing extends ZooSubject {
  @Override
  public Declaration declaration() {
    return super.declaration().without(Feature.CHECKED, "misuse is not looked for");
  }

  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected void diagnose(long size, int flag) {}

      @Override
      protected void stranger(long cookie) {}
    };
  }
}
