package umemtck.conformance.zoo;

import umemtck.reference.kernel.Kernel;
import umemtck.reference.kernel.KernelOptions;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Frees memory that a buf describes in silence, and declares CHECKED.
 *
 * <p>Breaks COOKIE.no-buf-reference: a subject that declares CHECKED diagnoses it.
 */
final class FreesUnderABuf extends ZooSubject {
  @Override
  protected UmemSystem boot(KernelOptions placed, Waits waits) {
    return new Kernel(placed, waits) {
      @Override
      protected void diagnoseBufs(String call, long cookie) {}
    };
  }
}
