// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit;

import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.stream.Cost;
import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.spi.TokenStore;
import dev.tidemark.spi.ledger.ConnectorRegistry;
import dev.tidemark.spi.ledger.ConnectorSettings;
import dev.tidemark.spi.ledger.RegistryChange;
import dev.tidemark.spi.ledger.RegistryChange.ActiveConnector;
import dev.tidemark.spi.options.Secret;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The registry in memory, with the verbs by which people change it. */
public final class InMemoryRegistry implements ConnectorRegistry {
  private final Rows rows;
  private final List<PipelineJob> jobs = new ArrayList<>();
  private final List<String> accesses = new ArrayList<>();
  private final Map<ConnectorId, TokenStore> tokens = new ConcurrentHashMap<>();

  InMemoryRegistry(Rows rows) {
    this.rows = rows;
  }

  /** Adds an organisation. */
  public OrganisationId addOrganisation(String name) {
    OrganisationId id = new OrganisationId(UUID.randomUUID());
    return rows.uninterrupted(
        () -> {
          rows.organisations.put(id, new OrganisationRow(name, keyOf(id), rows.tick()));
          return id;
        });
  }

  /** Connects an account whose streams are all read at their default intervals. */
  public ConnectorId connect(OrganisationId organisation, String type, String settings) {
    return connect(organisation, type, settings, Set.of(), Map.of());
  }

  /**
   * Connects an account.
   *
   * @param settings JSON object
   */
  public ConnectorId connect(
      OrganisationId organisation,
      String type,
      String settings,
      Set<String> streams,
      Map<String, Duration> intervals) {
    ConnectorId id = new ConnectorId(UUID.randomUUID());
    ActiveConnector connector = new ActiveConnector(id, type, streams, intervals);
    return rows.uninterrupted(
        () -> {
          rows.organisation(organisation);
          rows.connectors.put(
              id,
              new ConnectorRow(
                  organisation, connector, Secret.of(settings), Cost.none(), rows.tick(), true));
          return id;
        });
  }

  /** Gives a connector other settings. */
  public void change(ConnectorId id, String settings) {
    edit(id, row -> version(row, Secret.of(settings), row.active()));
  }

  /** Lets reading a connector cost so much in a day. */
  public void allow(ConnectorId id, Cost budget) {
    edit(
        id,
        row ->
            new ConnectorRow(
                row.organisation(),
                row.connector(),
                row.settings(),
                budget,
                rows.tick(),
                row.active()));
  }

  /** Stops reading until {@link #resume}. */
  public void pause(ConnectorId id) {
    edit(id, row -> version(row, row.settings(), false));
  }

  /** Reads on. */
  public void resume(ConnectorId id) {
    edit(id, row -> version(row, row.settings(), true));
  }

  /** Removes a connector and its streams. */
  public void remove(ConnectorId id) {
    rows.uninterrupted(
        () -> {
          rows.streams.keySet().removeIf(stream -> stream.connector().equals(id));
          return rows.connectors.remove(id);
        });
  }

  /** Registers a submission of the pipeline: the newest supersedes all before it. */
  public PipelineJob startJob() {
    return rows.uninterrupted(
        () -> {
          jobs.add(new PipelineJob(UUID.randomUUID(), jobs.size() + 1L));
          return jobs.get(jobs.size() - 1);
        });
  }

  /** The purposes settings were read for, in order. */
  public List<String> accesses() {
    return rows.uninterrupted(() -> List.copyOf(accesses));
  }

  @Override
  public List<RegistryChange> changesAfter(long version, int limit) {
    return rows.transaction(
        () ->
            Stream.concat(organisationChanges(), connectorChanges())
                .filter(change -> change.version() > version)
                .sorted(Comparator.comparingLong(RegistryChange::version))
                .limit(limit)
                .toList());
  }

  @Override
  public Map<ConnectorId, Long> activeVersions() {
    return rows.transaction(
        () -> {
          Map<ConnectorId, Long> versions = new TreeMap<>();
          active().forEach(row -> versions.put(row.connector().id(), row.version()));
          return versions;
        });
  }

  @Override
  public Optional<ConnectorSettings> settings(ConnectorId connector, String purpose) {
    return rows.transaction(
        () -> {
          accesses.add(purpose);
          return Optional.ofNullable(rows.connectors.get(connector))
              .map(row -> row.settings(connector));
        });
  }

  @Override
  public Map<ConnectorId, Cost> spent(Collection<ConnectorId> connectors, Instant since) {
    return rows.transaction(
        () -> {
          Map<ConnectorId, Cost> spent = new HashMap<>();
          rows.streams.forEach(
              (stream, row) -> {
                if (connectors.contains(stream.connector())) {
                  spent.merge(
                      stream.connector(),
                      row.costSince(since, budget(stream.connector())),
                      Cost::plus);
                }
              });
          spent.values().removeIf(Cost::isNone);
          return spent;
        });
  }

  private Cost budget(ConnectorId connector) {
    ConnectorRow row = rows.connectors.get(connector);
    return row == null ? Cost.none() : row.budget();
  }

  @Override
  public TokenStore tokens(ConnectorId connector) {
    return tokens.computeIfAbsent(connector, unused -> new InMemoryTokens());
  }

  @Override
  public byte[] pseudonymKey(OrganisationId organisation) {
    return rows.transaction(() -> rows.organisation(organisation).pseudonymKey.clone());
  }

  @Override
  public PipelineJob newestJob() {
    return rows.transaction(
        () -> {
          if (jobs.isEmpty()) {
            throw new IllegalStateException("no job was started; call startJob() first");
          }
          return jobs.get(jobs.size() - 1);
        });
  }

  private void edit(ConnectorId id, UnaryOperator<ConnectorRow> edit) {
    ConnectorRow edited =
        rows.uninterrupted(
            () -> rows.connectors.computeIfPresent(id, (key, row) -> edit.apply(row)));
    if (edited == null) {
      throw new IllegalArgumentException("no connector " + id);
    }
  }

  private ConnectorRow version(ConnectorRow row, Secret settings, boolean active) {
    return new ConnectorRow(
        row.organisation(), row.connector(), settings, row.budget(), rows.tick(), active);
  }

  private Stream<RegistryChange> organisationChanges() {
    return rows.organisations.entrySet().stream()
        .map(entry -> new RegistryChange(entry.getValue().version, entry.getKey(), null));
  }

  private Stream<RegistryChange> connectorChanges() {
    return active().map(ConnectorRow::change);
  }

  private Stream<ConnectorRow> active() {
    return rows.connectors.values().stream().filter(ConnectorRow::active);
  }

  private static byte[] keyOf(OrganisationId id) {
    long high = id.value().getMostSignificantBits();
    long low = id.value().getLeastSignificantBits();
    return ByteBuffer.allocate(32).putLong(high).putLong(low).putLong(~high).putLong(~low).array();
  }
}
