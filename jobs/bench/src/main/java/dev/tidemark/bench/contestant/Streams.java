// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.contestant;

import dev.tidemark.bench.workload.BenchConnectorType;
import dev.tidemark.bench.workload.Workload;
import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.asset.Precedence;
import dev.tidemark.model.stream.Lease;
import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.postgres.DatabaseAccess;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.admin.ConnectorEntry;
import dev.tidemark.postgres.admin.Organisations.Organisation;
import dev.tidemark.spi.ledger.Ledger;
import dev.tidemark.spi.ledger.StreamPlan;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The streams of a round by number, with a lease on each: for contestants that write to the ledger
 * without our reader. Travels with native jobs.
 */
final class Streams implements Serializable {
  private final UUID organisation;
  private final List<UUID> connectors = new ArrayList<>();
  private final List<UUID> leases = new ArrayList<>();

  private Streams(UUID organisation) {
    this.organisation = organisation;
  }

  /** Takes a lease on every stream. */
  static Streams taken(DatabaseAccess access) {
    PipelineJob job = ShippedGraph.started(access);
    try (Administration administration = Administration.of(access);
        Ledger ledger = access.open()) {
      Organisation owner = administration.organisations().find(Workload.ORGANISATION).orElseThrow();
      Streams streams = new Streams(owner.id().value());
      // By name, so in the order of their numbers.
      for (ConnectorEntry connector : administration.connectors().list(owner.id())) {
        streams.take(connector.id(), job, ledger);
      }
      return streams;
    }
  }

  private void take(ConnectorId connector, PipelineJob job, Ledger ledger) {
    Lease lease = Lease.random();
    int number = connectors.size();
    connectors.add(connector.value());
    leases.add(lease.token());
    ledger.leases().take(id(number), lease, job, plan(number));
  }

  private static StreamPlan plan(int number) {
    return new StreamPlan(
        BenchConnectorType.TYPE,
        BenchConnectorType.stratum(number),
        Duration.ofSeconds(1),
        Duration.ZERO,
        Precedence.NATIVE_PLATFORM,
        List.of(BenchConnectorType.METRIC));
  }

  int count() {
    return connectors.size();
  }

  StreamId id(int number) {
    return new StreamId(
        new OrganisationId(organisation),
        new ConnectorId(connectors.get(number)),
        BenchConnectorType.STREAM);
  }

  Lease lease(int number) {
    return new Lease(leases.get(number));
  }
}
