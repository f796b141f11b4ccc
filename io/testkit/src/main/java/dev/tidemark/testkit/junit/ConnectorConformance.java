// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.junit;

import dev.tidemark.spi.ConnectorType;
import dev.tidemark.testkit.conformance.Candidate;
import dev.tidemark.testkit.conformance.Conformance;
import dev.tidemark.testkit.conformance.Contract;
import dev.tidemark.testkit.conformance.Verdict;
import dev.tidemark.testkit.stage.Stage;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;

/**
 * Holds a connector to every contract: extend it in the connector's tests and give its type and a
 * fake account. Each contract is one named test with an account of its own. What did not apply, and
 * why, and the seed are reported; {@code -Dseed=N} plays a seed again.
 *
 * <pre>{@code
 * class SlackConformanceTest extends ConnectorConformance {
 *   protected ConnectorType type() {
 *     return new SlackType();
 *   }
 *
 *   protected Stage stage() {
 *     return new FakeSlack();
 *   }
 * }
 * }</pre>
 */
public abstract class ConnectorConformance {
  /** The connector's type. */
  protected abstract ConnectorType type();

  /** A new account to examine it against; closed after each contract. */
  protected abstract Stage stage();

  /** Settings that connect to it: its own, unless the connector's test knows better. */
  protected Map<String, Object> settings(Stage stage) {
    return stage.settings();
  }

  /** One test for each contract, but for those {@code -Dconformance.later} leaves for later. */
  @TestFactory
  Stream<DynamicTest> contracts(TestReporter reporter) {
    Set<String> later = later();
    return tests(it -> !later.contains(it.name()), reporter);
  }

  /**
   * One test for each contract that was left for later: continuous integration runs what carries
   * the tag.
   */
  @TestFactory
  @Tag("later")
  Stream<DynamicTest> laterContracts(TestReporter reporter) {
    Set<String> later = later();
    return tests(it -> later.contains(it.name()), reporter);
  }

  private static Set<String> later() {
    return Set.of(System.getProperty("conformance.later", "").split(","));
  }

  private Stream<DynamicTest> tests(Predicate<Contract> which, TestReporter reporter) {
    long seed = Long.getLong("seed", System.nanoTime());
    return Conformance.CONTRACTS.stream()
        .filter(which)
        .map(it -> DynamicTest.dynamicTest(title(it), () -> hold(it, seed, reporter)));
  }

  private static String title(Contract contract) {
    return contract.name() + ": " + contract.checks();
  }

  private void hold(Contract contract, long seed, TestReporter reporter) {
    try (Stage stage = stage()) {
      Candidate candidate = new Candidate(type(), stage, settings(stage), seed);
      Verdict verdict = Conformance.examine(contract, candidate);
      report(contract, verdict, seed, reporter);
      if (verdict instanceof Verdict.Failed failed) {
        Assertions.fail(text(contract, failed, seed));
      }
    }
  }

  private static void report(Contract contract, Verdict verdict, long seed, TestReporter reporter) {
    String leftOut = verdict.notes().isEmpty() ? "nothing" : String.join("; ", verdict.notes());
    reporter.publishEntry(
        Map.of(
            "contract", contract.name(),
            "outcome", outcome(verdict),
            "left out", leftOut,
            "seed", Long.toString(seed)));
  }

  private static String outcome(Verdict verdict) {
    if (verdict instanceof Verdict.NotApplicable not) {
      return verdict.word() + ": " + not.why();
    }
    return verdict instanceof Verdict.Refused refused
        ? verdict.word() + ": " + refused.message()
        : verdict.word();
  }

  private static String text(Contract contract, Verdict.Failed failed, long seed) {
    StringBuilder text = new StringBuilder(title(contract) + " (seed " + seed + ")");
    failed.findings().forEach(finding -> text.append("\n- ").append(finding));
    return text.toString();
  }
}
