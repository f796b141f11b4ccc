// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi.ledger;

import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.stream.Cost;
import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.spi.TokenStore;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The connectors people configured. Every change to one, or to an organisation, has a version
 * greater than all committed before it.
 */
public interface ConnectorRegistry {
  /**
   * Changes after a version, in order of version, at most {@code limit}. A connector changed twice
   * shows once, at its newest.
   */
  List<RegistryChange> changesAfter(long version, int limit);

  /** The current version of every active connector: what is not in it must not be read. */
  Map<ConnectorId, Long> activeVersions();

  /**
   * A connector's settings as given, decrypted. Audited.
   *
   * @param purpose who reads them and why
   * @return empty if the connector is gone
   */
  Optional<ConnectorSettings> settings(ConnectorId connector, String purpose);

  /** Keeps the tokens of a connector that change with use, sealed like its settings. */
  TokenStore tokens(ConnectorId connector);

  /**
   * What reading these connectors has cost from an hour on, by all that was reported and committed;
   * one that cost nothing is left out. Calls and bytes are told where a connector's budget names
   * them.
   */
  Map<ConnectorId, Cost> spent(Collection<ConnectorId> connectors, Instant since);

  /**
   * The key of an organisation's pseudonyms: 32 random bytes made when the organisation was
   * created.
   */
  byte[] pseudonymKey(OrganisationId organisation);

  /** The job that was started last: earlier ones are superseded and stop. */
  PipelineJob newestJob();
}
