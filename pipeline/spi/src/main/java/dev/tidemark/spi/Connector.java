// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi;

import dev.tidemark.model.Stratum;
import java.util.List;
import java.util.Optional;

/**
 * Access to one configured account. Safe for use by several threads; each call may block and
 * honours interruption. Every failure is a {@link ConnectorException}.
 */
public interface Connector extends AutoCloseable {
  /** The account's place in the estate, known without connecting. */
  Stratum stratum();

  /**
   * Names the credential whose rate limit all streams that use it share; never the credential
   * itself.
   */
  String budgetKey();

  /**
   * Connects and verifies: one result per need (credential, network, each permission, clock), worst
   * things first. Ends within 10 s.
   */
  List<CheckResult> check();

  /** What there is to read. */
  Discovery discover();

  /**
   * Reads one page. The same request again gives the same records, or newer ones where the source
   * mutates.
   */
  Fetched fetch(FetchRequest request);

  /**
   * Where it hears of news at the account between readings: the same object each time. Empty where
   * the platform does not say by itself, or is not set up to.
   */
  default Optional<Hints> hints() {
    return Optional.empty();
  }

  /** Releases connections; returns within 2 s. Calls after it fail. */
  @Override
  void close();
}
