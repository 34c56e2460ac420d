package umemtck.conformance.subject;

import java.util.Objects;
import umemtck.conformance.UserError;
import umemtck.conformance.plan.Plan;
import umemtck.conformance.plan.Size;
import umemtck.conformance.plan.Step;
import umemtck.conformance.session.Bench;
import umemtck.conformance.session.JavaSubject;
import umemtck.conformance.session.Subject;
import umemtck.conformance.session.Trial;
import umemtck.spec.Profile;
import umemtck.spec.SpecVersion;
import umemtck.spec.ddi.Context;
import umemtck.spec.ddi.UmemFlag;
import umemtck.spec.subject.BootOptions;
import umemtck.spec.subject.Declaration;
import umemtck.spec.subject.UmemSubject;
import umemtck.spec.subject.UmemSystem;
import umemtck.spec.subject.Waits;

/**
 * Tries the adapter before the contract is asked about: that an adapter is wrong should be said
 * once, not by every clause. It never says anything about the contract.
 */
public final class Smoke {
  private static final long LARGEST_PAGE = 1L << 30;

  private Smoke() {}

  /**
   * Tries a subject.
   *
   * @return the subject, asked once who it is and what it offers
   * @throws UserError with status 3 if it cannot be judged
   */
  public static Subject test(Subject subject, Profile profile) {
    Admitted admitted = asked(subject);
    pageSize(admitted.declaration());
    if (subject instanceof JavaSubject java) {
      roles(java.subject(), admitted.declaration());
    }
    Roles.declared(admitted.declaration());
    Plan plan =
        new Plan(
            java.util.Map.of(),
            false,
            java.util.List.of(
                new Step.Alloc(1, Size.pages(1), UmemFlag.DDI_UMEM_NOSLEEP, Context.USER),
                new Step.Rewrite(1),
                new Step.Free(1, Context.USER)));
    if (new Bench(admitted, profile).run(plan, 0).end() instanceof Trial.Fault fault) {
      throw UserError.adapter(
          "A first allocation, store and free cannot be done: " + fault.text() + ".",
          "Whatever is not the contract's answer must be a UmemPanic; anything else is taken for a"
              + " fault of the adapter.");
    }
    return admitted;
  }

  private static Admitted asked(Subject subject) {
    String name;
    String version;
    Declaration declared;
    try {
      name = subject.name();
      version = subject.version();
      specVersion(subject);
      declared = subject.declaration();
    } catch (UserError e) {
      throw e;
    } catch (Exception | Error e) {
      throw UserError.adapter(
          "The subject cannot say who it is: " + e + ".",
          "name, version, specVersion and declaration must return without booting anything.");
    }
    if (name == null || version == null || declared == null) {
      throw UserError.adapter(
          "The subject returns null for its name, version or declaration.",
          "All three are needed; start from Declaration.ofPageSize(bytes).");
    }
    return new Admitted(name, version, declared, subject);
  }

  private static void specVersion(Subject subject) {
    if (subject instanceof JavaSubject java) {
      String spec = java.subject().specVersion();
      if (!SpecVersion.CURRENT.equals(spec)) {
        throw UserError.adapter(
            "The subject was built against plug-in interface "
                + spec
                + ", this kit has "
                + SpecVersion.CURRENT
                + ".",
            "Compile it against the umem-tck-spec of this kit, and return SpecVersion.CURRENT.");
      }
    }
  }

  private static void pageSize(Declaration declared) {
    long p = declared.pageSize();
    if (p < 16 || p > LARGEST_PAGE || Long.bitCount(p) != 1) {
      throw UserError.adapter(
          "The subject declares a page size of " + p + " bytes.",
          "A page is a power of two, from 16 bytes to 1 GiB.");
    }
  }

  private static void roles(UmemSubject subject, Declaration declared) {
    try (UmemSystem system =
        Objects.requireNonNull(
            subject.boot(new BootOptions(0), new NoWaits()), "boot returned null")) {
      Objects.requireNonNull(system.allocation(), "allocation() returned null");
      Objects.requireNonNull(system.memory(), "memory() returned null");
      Objects.requireNonNull(system.world(), "world() returned null");
      Roles.present(system, declared);
    } catch (UserError e) {
      throw e;
    } catch (Exception | Error e) {
      throw UserError.adapter(
          "The subject does not boot: " + e + ".",
          "boot must give a fresh machine with all its roles, every time.");
    }
  }

  /** Nothing waits while a machine is only looked at. */
  private static final class NoWaits implements Waits {
    @Override
    public void await(java.util.function.BooleanSupplier until) {
      throw new IllegalStateException("nothing may wait while the machine boots");
    }

    @Override
    public void changed() {}

    @Override
    public void thread(Runnable body) {
      // The machine is closed before it could run.
    }
  }
}
