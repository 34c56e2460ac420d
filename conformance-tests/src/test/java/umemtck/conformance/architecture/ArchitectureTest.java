package umemtck.conformance.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Imports go one way, and each library stays where it is needed. */
@AnalyzeClasses(packages = "umemtck", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  @ArchTest
  static final ArchRule SPEC_STANDS_ALONE =
      classes()
          .that(resideInAPackage("umemtck.spec.."))
          .should()
          .onlyDependOnClassesThat(resideInAnyPackage("umemtck.spec..", "java.."));

  @ArchTest
  static final ArchRule REFERENCE_KNOWS_ONLY_SPEC =
      classes()
          .that(resideInAPackage("umemtck.reference.."))
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage("umemtck.spec..", "umemtck.reference..", "java.."));

  @ArchTest
  static final ArchRule TLA_DOES_NOT_KNOW_WHO_CONFORMS =
      noClasses()
          .that(resideInAPackage("umemtck.tla.."))
          .should()
          .dependOnClassesThat(resideInAPackage("umemtck.conformance.."))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule KERNEL_DOES_NOT_KNOW_MODEL =
      noClasses()
          .that(resideInAPackage("umemtck.reference.kernel.."))
          .should()
          .dependOnClassesThat(resideInAPackage("umemtck.reference.model.."));

  @ArchTest
  static final ArchRule MODEL_DOES_NOT_KNOW_KERNEL =
      noClasses()
          .that(resideInAPackage("umemtck.reference.model.."))
          .should()
          .dependOnClassesThat(resideInAPackage("umemtck.reference.kernel.."));

  /** The judge has the model's word alone; what the kernel does cannot sway it. */
  @ArchTest
  static final ArchRule JUDGE_DOES_NOT_KNOW_KERNEL =
      noClasses()
          .that(
              resideInAnyPackage("..judge..", "..plan..", "..session..", "..suite..", "..report.."))
          .should()
          .dependOnClassesThat(resideInAPackage("umemtck.reference.kernel.."));

  @ArchTest
  static final ArchRule JQWIK_IN_SUITE = onlyIn("net.jqwik..", "umemtck.conformance.suite");

  @ArchTest
  static final ArchRule JUNIT_IN_SUITE_AND_REPORT =
      onlyIn("org.junit..", "umemtck.conformance.suite", "umemtck.conformance.report");

  @ArchTest
  static final ArchRule ALLURE_IN_REPORT = onlyIn("io.qameta..", "umemtck.conformance.report");

  @ArchTest
  static final ArchRule JACKSON_WHERE_FILES_ARE =
      onlyIn(
          "com.fasterxml..",
          "umemtck.tla..",
          "umemtck.conformance.plan",
          "umemtck.conformance.protocol",
          "umemtck.conformance.report",
          "umemtck.conformance.cli");

  @ArchTest static final ArchRule PICOCLI_IN_CLI = onlyIn("picocli..", "umemtck.conformance.cli");

  @ArchTest
  static final ArchRule NO_CYCLE =
      slices().matching("umemtck.conformance.(*)..").should().beFreeOfCycles();

  private static ArchRule onlyIn(String library, String... packages) {
    return noClasses()
        .that(
            resideInAPackage("umemtck..")
                .and(
                    com.tngtech.archunit.base.DescribedPredicate.not(resideInAnyPackage(packages))))
        .should()
        .dependOnClassesThat(resideInAPackage(library));
  }
}
