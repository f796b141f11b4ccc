// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.stream.Cost;
import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.postgres.crypto.Keyring;
import dev.tidemark.postgres.crypto.Sealed;
import dev.tidemark.postgres.database.Database;
import dev.tidemark.postgres.database.Row;
import dev.tidemark.spi.TokenStore;
import dev.tidemark.spi.ledger.ConnectorRegistry;
import dev.tidemark.spi.ledger.ConnectorSettings;
import dev.tidemark.spi.ledger.RegistryChange;
import dev.tidemark.spi.ledger.RegistryChange.ActiveConnector;
import dev.tidemark.spi.options.Secret;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What people configured, in the tables. */
final class PostgresRegistry implements ConnectorRegistry {
  private static final String CHANGES =
      """
      SELECT version, organisation_id, id, connector_type, streams, intervals::text
        FROM data_connectors WHERE status = 'ACTIVE' AND version > ?
       UNION ALL
      SELECT version, id, NULL, NULL, NULL, NULL FROM organisation WHERE version > ?
       ORDER BY version LIMIT ?\
      """;

  private static final String ACTIVE =
      "SELECT id, version FROM data_connectors WHERE status = 'ACTIVE'";

  private static final String SETTINGS =
      """
      SELECT organisation_id, connector_type, version, connection_details::text, budget::text
        FROM data_connectors WHERE id = ?\
      """;

  private static final String PSEUDONYM_KEY =
      "SELECT pseudonym_key::text FROM organisation WHERE id = ?";

  private static final String NEWEST_JOB =
      "SELECT id, epoch FROM pipeline_job ORDER BY epoch DESC LIMIT 1";

  private record SealedSettings(
      UUID organisation, String type, long version, Sealed settings, Cost budget) {}

  private final Database database;
  private final Keyring keyring;

  PostgresRegistry(Database database, Keyring keyring) {
    this.database = database;
    this.keyring = keyring;
  }

  @Override
  public List<RegistryChange> changesAfter(long version, int limit) {
    return database.list(CHANGES, PostgresRegistry::change, version, version, limit);
  }

  @Override
  public Map<ConnectorId, Long> activeVersions() {
    return database.transaction(
        session -> {
          Map<ConnectorId, Long> versions = new HashMap<>();
          session.list(
              ACTIVE, row -> versions.put(new ConnectorId(row.uuid("id")), row.bigint("version")));
          return versions;
        });
  }

  @Override
  public Optional<ConnectorSettings> settings(ConnectorId connector, String purpose) {
    Optional<SealedSettings> found =
        database.transaction(
            session -> {
              Optional<SealedSettings> row =
                  session.find(SETTINGS, PostgresRegistry::sealedSettings, connector.value());
              if (row.isPresent()) {
                UUID organisation = row.get().organisation();
                AccessAudit.write(session, organisation, connector.value(), "READ", purpose);
              }
              return row;
            });
    return found.map(row -> opened(connector, row));
  }

  @Override
  public TokenStore tokens(ConnectorId connector) {
    return new PostgresTokens(database, keyring, connector);
  }

  @Override
  public Map<ConnectorId, Cost> spent(Collection<ConnectorId> connectors, Instant since) {
    return database.transaction(session -> SyncCost.spent(session, connectors, since));
  }

  @Override
  public byte[] pseudonymKey(OrganisationId organisation) {
    Optional<Sealed> key =
        database.find(
            PSEUDONYM_KEY, row -> Sealed.parse(row.text("pseudonym_key")), organisation.value());
    return keyring.open(
        key.orElseThrow(
            () -> new IllegalStateException("there is no organisation " + organisation)),
        organisation.value());
  }

  @Override
  public PipelineJob newestJob() {
    return database
        .find(NEWEST_JOB, row -> new PipelineJob(row.uuid("id"), row.bigint("epoch")))
        .orElseThrow(() -> new IllegalStateException("no job was ever started in this database"));
  }

  private ConnectorSettings opened(ConnectorId connector, SealedSettings row) {
    byte[] settings = keyring.open(row.settings(), connector.value());
    return new ConnectorSettings(
        connector,
        row.type(),
        row.version(),
        Secret.of(new String(settings, StandardCharsets.UTF_8)),
        row.budget());
  }

  private static SealedSettings sealedSettings(Row row) throws SQLException {
    return new SealedSettings(
        row.uuid("organisation_id"),
        row.text("connector_type"),
        row.bigint("version"),
        Sealed.parse(row.text("connection_details")),
        Costs.parse(row.text("budget")));
  }

  private static RegistryChange change(Row row) throws SQLException {
    Optional<UUID> connector = row.maybeUuid("id");
    return new RegistryChange(
        row.bigint("version"),
        new OrganisationId(row.uuid("organisation_id")),
        connector.isEmpty() ? null : active(new ConnectorId(connector.get()), row));
  }

  private static ActiveConnector active(ConnectorId id, Row row) throws SQLException {
    return new ActiveConnector(
        id,
        row.text("connector_type"),
        Set.copyOf(row.texts("streams")),
        Intervals.parse(row.text("intervals")));
  }
}
