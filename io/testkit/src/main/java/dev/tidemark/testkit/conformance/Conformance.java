// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.conformance;

import dev.tidemark.spi.ConnectorException;
import java.util.List;

/** The contracts, and how a candidate is held to one. */
public final class Conformance {
  /** Every contract, in the order they are best read in. */
  public static final List<Contract> CONTRACTS =
      List.of(
          new Describes(),
          new Checks(),
          new Discovers(),
          new Reads(),
          new Resumes(),
          new Replays(),
          new Ties(),
          new Lateness(),
          new Mutates(),
          new Deletes(),
          new Drifts(),
          new Throttles(),
          new Fails(),
          new Rotates(),
          new KeepsSecrets(),
          new StaysInside(),
          new IsBounded(),
          new Normalises(),
          new Heartbeats(),
          new WritesBack(),
          new Listens());

  private Conformance() {}

  /** Holds a candidate to a contract. What is thrown on the way counts as broken. */
  public static Verdict examine(Contract contract, Candidate candidate) {
    Findings findings = new Findings();
    try {
      contract.examine(candidate, findings);
    } catch (ConnectorException failure) {
      findings.broken(
          "the connector failed unexpectedly: " + failure.category() + ": " + failure.getMessage(),
          "let it read what the account offers; the failure's message should say what stands in the"
              + " way");
    } catch (RuntimeException | AssertionError thrown) {
      findings.broken(
          "thrown: " + thrown + at(thrown),
          "throw a ConnectorException with a category, or report this if the kit threw it");
    }
    return findings.verdict();
  }

  private static String at(Throwable thrown) {
    StackTraceElement[] trace = thrown.getStackTrace();
    return trace.length == 0 ? "" : " at " + trace[0];
  }
}
