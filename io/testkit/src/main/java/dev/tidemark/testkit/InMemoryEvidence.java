// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit;

import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.asset.Population;
import dev.tidemark.model.window.Grain;
import dev.tidemark.model.window.WindowChange;
import dev.tidemark.spi.ledger.EvidenceStore;
import dev.tidemark.spi.ledger.OrganisationEvidence;
import dev.tidemark.spi.ledger.OrganisationEvidence.Attestation;
import dev.tidemark.spi.ledger.OrganisationEvidence.Feed;
import dev.tidemark.spi.ledger.OrganisationEvidence.OwnedWindow;
import dev.tidemark.spi.ledger.OrganisationEvidence.RegisterEntry;
import dev.tidemark.spi.ledger.StreamPlan;
import dev.tidemark.spi.ledger.StreamReport;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What scores are computed from, in memory. It always answers with the whole evidence. */
public final class InMemoryEvidence implements EvidenceStore {
  private final Rows rows;

  InMemoryEvidence(Rows rows) {
    this.rows = rows;
  }

  /** Adds a platform to an organisation's estate register. */
  public void register(OrganisationId organisation, RegisterEntry entry) {
    change(organisation, row -> row.register.add(entry));
  }

  /** Adds a signed human statement. */
  public void attest(OrganisationId organisation, Attestation attestation) {
    change(organisation, row -> row.attestations.add(attestation));
  }

  @Override
  public Optional<OrganisationEvidence> changes(
      OrganisationId organisation, long after, Instant since) {
    return rows.transaction(
        () ->
            Optional.ofNullable(rows.organisations.get(organisation))
                .map(row -> evidence(organisation, row, since)));
  }

  /** No close is kept in memory. */
  @Override
  public Optional<OrganisationEvidence> closed(OrganisationId organisation, LocalDate day) {
    return Optional.empty();
  }

  private void change(
      OrganisationId organisation, java.util.function.Consumer<OrganisationRow> edit) {
    rows.uninterrupted(
        () -> {
          OrganisationRow row = rows.organisation(organisation);
          edit.accept(row);
          row.revision++;
          row.version = rows.tick();
          return row;
        });
  }

  private OrganisationEvidence evidence(OrganisationId id, OrganisationRow row, Instant since) {
    return new OrganisationEvidence(
        id,
        row.name,
        row.revision,
        true,
        streams(id).flatMap(entry -> windows(entry, since)).toList(),
        AssetCells.count(streams(id).map(Map.Entry::getValue).toList()),
        streams(id).flatMap(InMemoryEvidence::populations).toList(),
        streams(id).map(InMemoryEvidence::feed).toList(),
        List.copyOf(row.register),
        List.copyOf(row.attestations));
  }

  private Stream<Map.Entry<StreamId, StreamRow>> streams(OrganisationId id) {
    return rows.streams.entrySet().stream()
        .filter(entry -> entry.getKey().organisation().equals(id));
  }

  private static Stream<OwnedWindow> windows(Map.Entry<StreamId, StreamRow> entry, Instant since) {
    return entry.getValue().windows.values().stream()
        .filter(window -> isDaySince(window, since))
        .map(window -> new OwnedWindow(entry.getKey(), window));
  }

  private static boolean isDaySince(WindowChange window, Instant since) {
    return window.key().grain() == Grain.DAY && !window.key().start().isBefore(since);
  }

  private static Stream<Population> populations(Map.Entry<StreamId, StreamRow> entry) {
    return entry.getValue().populations.stream();
  }

  private static Feed feed(Map.Entry<StreamId, StreamRow> entry) {
    StreamRow row = entry.getValue();
    StreamPlan plan = row.plan;
    StreamReport.Failure failure = row.failure;
    return new Feed(
        entry.getKey(),
        plan.connectorType(),
        plan.stratum(),
        plan.metrics(),
        plan.interval(),
        plan.latency(),
        row.connectedAt,
        row.completeThrough,
        row.failingSince,
        failure == null ? null : failure.category().name());
  }
}
