// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noConstructors;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.jspecify.annotations.NullMarked;

/** What every class of ours looks like. */
@AnalyzeClasses(packages = "dev.tidemark", importOptions = OnlyProduction.class)
final class StyleTest {
  @ArchTest
  static final ArchRule STEPS_OF_THE_ENGINE_ARE_PRIVATE_TOP_LEVEL_FNS =
      classes()
          .that()
          .areAssignableTo(DoFn.class)
          .should()
          .haveSimpleNameEndingWith("Fn")
          .andShould()
          .notBePublic()
          .andShould()
          .beTopLevelClasses();

  @ArchTest
  static final ArchRule TRANSFORMS_ARE_MADE_BY_FACTORIES =
      noConstructors()
          .that()
          .areDeclaredInClassesThat()
          .areAssignableTo(PTransform.class)
          .should()
          .bePublic();

  @ArchTest
  static final ArchRule TRANSFORMS_ARE_VERBS =
      noClasses()
          .that()
          .areAssignableTo(PTransform.class)
          .should()
          .haveNameMatching(".*(Transform|Source|Sink|Reader|Writer)");

  @ArchTest
  static final ArchRule NAMES_SAY_WHAT_THINGS_ARE =
      noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Base)");

  @ArchTest
  static final ArchRule JODA_STAYS_INSIDE =
      methods()
          .that()
          .arePublic()
          .and()
          .areDeclaredInClassesThat()
          .resideOutsideOfPackages("dev.tidemark.beam..")
          .and()
          .areDeclaredInClassesThat()
          .areNotAssignableTo(DoFn.class)
          .should()
          .notHaveRawReturnType(org.joda.time.Instant.class);

  @ArchTest
  static final ArchRule ONLY_THE_COMMAND_PRINTS =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.tidemark.job..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  /** The kit listens to it, as drivers use it; Snowflake's is told there to be silent. */
  @ArchTest
  static final ArchRule NOBODY_USES_THE_JDK_LOGGER =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.tidemark.testkit.conformance..")
          .and()
          .doNotHaveFullyQualifiedName("dev.tidemark.connector.snowflake.DriverLog")
          .and()
          .doNotHaveFullyQualifiedName("dev.tidemark.connector.aws.WireLog")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.util.logging..");

  @ArchTest
  static final ArchRule EVERY_PACKAGE_IS_NULL_MARKED = classes().should(liveInANullMarkedPackage());

  private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
    return new ArchCondition<>("live in a @NullMarked package") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
        events.add(
            new SimpleConditionEvent(
                type, marked, type.getPackageName() + " of " + type.getName()));
      }
    };
  }
}
