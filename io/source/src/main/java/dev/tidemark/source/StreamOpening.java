// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.model.Assignment;
import dev.tidemark.model.Stratum;
import dev.tidemark.model.asset.Precedence;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.spi.ledger.LedgerException;
import dev.tidemark.spi.ledger.StreamPlan;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of opening the connector of a stream: it is open, or it failed. Either way there is a
 * plan to take a lease with, so that a failure can be told where people look.
 *
 * @param connector null where it failed
 * @param failure null where it is open
 */
record StreamOpening(
    StreamPlan plan, @Nullable OpenConnector connector, @Nullable ConnectorException failure) {

  /**
   * Opens the connector of an assignment; blocks.
   *
   * @throws LedgerException if the settings could not be asked for
   */
  static StreamOpening of(Assignment assignment, OpenConnectors connectors, String purpose) {
    try {
      return open(assignment, connectors, purpose);
    } catch (LedgerException e) {
      throw e;
    } catch (RuntimeException | LinkageError e) {
      ConnectorException failure = Failures.of(e, assignment.connectorType());
      return new StreamOpening(unopened(assignment), null, failure);
    }
  }

  private static StreamOpening open(
      Assignment assignment, OpenConnectors connectors, String purpose) {
    OpenConnector open = connectors.acquire(assignment, purpose);
    try {
      return new StreamOpening(plan(assignment, open), open, null);
    } catch (RuntimeException e) {
      connectors.release(assignment);
      throw e;
    }
  }

  private static StreamPlan plan(Assignment assignment, OpenConnector open) {
    StreamDescription stream = open.type().description().stream(assignment.stream().name());
    return new StreamPlan(
        assignment.connectorType(),
        open.connector().stratum(),
        assignment.interval(),
        stream.latency(),
        stream.precedence(),
        stream.metrics());
  }

  private static StreamPlan unopened(Assignment assignment) {
    return new StreamPlan(
        assignment.connectorType(),
        new Stratum("connector:" + assignment.stream().connector()),
        assignment.interval(),
        Duration.ZERO,
        Precedence.SCANNER,
        List.of());
  }

  /** Why it failed; empty where it is open. */
  Optional<ConnectorException> problem() {
    return Optional.ofNullable(failure);
  }
}
