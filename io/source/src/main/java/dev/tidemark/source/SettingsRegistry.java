// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.stream.Cost;
import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.spi.TokenStore;
import dev.tidemark.spi.ledger.ConnectorRegistry;
import dev.tidemark.spi.ledger.ConnectorSettings;
import dev.tidemark.spi.ledger.RegistryChange;
import dev.tidemark.spi.options.Secret;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A registry of one connector that never changes, of a pipeline without a database. */
record SettingsRegistry(ConnectorId connector, String type, String settings)
    implements ConnectorRegistry {
  static final long VERSION = 1;

  @Override
  public List<RegistryChange> changesAfter(long version, int limit) {
    return List.of();
  }

  @Override
  public Map<ConnectorId, Long> activeVersions() {
    return Map.of(connector, VERSION);
  }

  @Override
  public Optional<ConnectorSettings> settings(ConnectorId asked, String purpose) {
    return asked.equals(connector)
        ? Optional.of(new ConnectorSettings(connector, type, VERSION, Secret.of(settings)))
        : Optional.empty();
  }

  @Override
  public TokenStore tokens(ConnectorId asked) {
    return TokenStore.absent("this pipeline has no database");
  }

  /** Nobody bounds what it costs. */
  @Override
  public Map<ConnectorId, Cost> spent(Collection<ConnectorId> connectors, Instant since) {
    return Map.of();
  }

  /** There is no organisation here: the transform holds the key. */
  @Override
  public byte[] pseudonymKey(OrganisationId organisation) {
    return new byte[0];
  }

  /** The first and only one: nothing supersedes it. */
  @Override
  public PipelineJob newestJob() {
    return new PipelineJob(connector.value(), 1);
  }

  /** Settings are never shown. */
  @Override
  public String toString() {
    return type + " " + connector;
  }
}
