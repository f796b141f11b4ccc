// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Dependencies go one way: model, contract, edges and middle, roof. */
@AnalyzeClasses(packages = "dev.tidemark", importOptions = OnlyProduction.class)
final class LayersTest {
  private static final String[] ENGINE = {"org.apache.beam..", "org.apache.flink..", "org.joda.."};

  @ArchTest
  static final ArchRule MODEL_SEES_ONLY_THE_JDK =
      classes()
          .that()
          .resideInAPackage("dev.tidemark.model..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("dev.tidemark.model..", "java..", "org.jspecify..");

  @ArchTest
  static final ArchRule CONTRACT_SEES_ONLY_THE_MODEL =
      classes()
          .that()
          .resideInAPackage("dev.tidemark.spi..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.tidemark.spi..",
              "dev.tidemark.model..",
              "com.fasterxml.jackson..",
              "java..",
              "javax.crypto..",
              "javax.net",
              "org.jspecify..");

  @ArchTest
  static final ArchRule WHAT_CONNECTORS_SHARE_SEES_ONLY_THE_CONTRACT =
      classes()
          .that()
          .resideInAPackage("dev.tidemark.authoring..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.tidemark.authoring..",
              "dev.tidemark.spi..",
              "dev.tidemark.model..",
              "com.fasterxml.jackson..",
              "java..",
              "org.jspecify..");

  @ArchTest
  static final ArchRule HTTP_SEES_ONLY_THE_CONTRACT_AND_ITS_LIBRARIES =
      classes()
          .that()
          .resideInAPackage("dev.tidemark.http..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.tidemark.http..",
              "dev.tidemark.spi..",
              "dev.tidemark.model..",
              "com.fasterxml.jackson..",
              "com.nimbusds..",
              "java..",
              "javax.net.ssl..",
              "org.jspecify..");

  @ArchTest
  static final ArchRule CONNECTORS_SEE_ONLY_THE_CONTRACT =
      noClasses()
          .that()
          .resideInAPackage("dev.tidemark.connector..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.tidemark.beam..",
              "dev.tidemark.source..",
              "dev.tidemark.postgres..",
              "dev.tidemark.window..",
              "dev.tidemark.maturity..",
              "dev.tidemark.job..",
              "org.apache.beam..",
              "org.apache.flink..",
              "org.joda..");

  @ArchTest
  static final ArchRule CONNECTORS_DO_NOT_SEE_EACH_OTHER =
      slices().matching("dev.tidemark.connector.(*)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule FAKES_ARE_WRITTEN_WITHOUT_SIGHT_OF_WHAT_THEY_TEST =
      noClasses()
          .that()
          .resideInAPackage("dev.tidemark.fake..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.tidemark.connector..",
              "dev.tidemark.authoring..",
              "dev.tidemark.http..",
              "dev.tidemark.beam..",
              "dev.tidemark.source..",
              "dev.tidemark.postgres..",
              "dev.tidemark.window..",
              "dev.tidemark.maturity..",
              "dev.tidemark.job..",
              "org.apache.beam..",
              "org.apache.flink..",
              "org.joda..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule FAKES_DO_NOT_SEE_EACH_OTHER =
      slices()
          .matching("dev.tidemark.fake.(*)..")
          .should()
          .notDependOnEachOther()
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule NOBODY_SEES_A_FAKE =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.tidemark.fake..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.tidemark.fake..");

  @ArchTest
  static final ArchRule ENGINE_FREE_CODE_STAYS_ENGINE_FREE =
      noClasses()
          .that()
          .resideInAnyPackage("dev.tidemark.embedded..", "dev.tidemark.postgres.admin..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ENGINE);

  @ArchTest
  static final ArchRule EDGES_AND_MIDDLE_DO_NOT_SEE_THE_ROOF =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.tidemark.job..", "dev.tidemark.bench..", "dev.tidemark.e2e..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.tidemark.job..");

  @ArchTest
  static final ArchRule NOBODY_SEES_THE_BENCHMARKS =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.tidemark.bench..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.tidemark.bench..");

  @ArchTest
  static final ArchRule THE_CONSOLE_SEES_THE_MODEL_THE_CONTRACT_AND_THE_DATABASE =
      classes()
          .that()
          .resideInAPackage("dev.tidemark.console..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.tidemark.console..",
              "dev.tidemark.authoring.trial..",
              "dev.tidemark.model..",
              "dev.tidemark.spi..",
              "dev.tidemark.postgres",
              "dev.tidemark.postgres.admin..",
              "dev.tidemark.postgres.crypto..",
              "dev.tidemark.postgres.database..",
              "dev.tidemark.postgres.ledger..",
              "com.fasterxml.jackson..",
              "com.nimbusds..",
              "io.github.bucket4j..",
              "io.javalin..",
              "jakarta.servlet..",
              "java..",
              "kotlin..",
              "org.eclipse.jetty..",
              "org.jspecify..",
              "org.slf4j..");

  @ArchTest
  static final ArchRule STEPS_DO_NOT_SEE_EACH_OTHER =
      slices()
          .matching("dev.tidemark.(source|postgres|window|maturity|embedded)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule MODULES_HAVE_NO_CYCLES =
      slices().matching("dev.tidemark.(*)..").should().beFreeOfCycles();
}
