// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window.histories;

import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.model.stream.RejectedRecord;
import dev.tidemark.spi.ledger.BackcastStore;
import dev.tidemark.spi.ledger.ConnectorRegistry;
import dev.tidemark.spi.ledger.EvidenceStore;
import dev.tidemark.spi.ledger.Ledger;
import dev.tidemark.spi.ledger.RejectedStore;
import dev.tidemark.spi.ledger.ScoreStore;
import dev.tidemark.spi.ledger.StreamLeases;
import dev.tidemark.spi.ledger.StreamStore;
import dev.tidemark.testkit.InMemoryLedger;
import java.util.List;

/** A history's database in memory. */
public final class InMemoryDatabase implements HistoryDatabase, Ledger {
  private final InMemoryLedger ledger = InMemoryLedger.create();
  private final StreamId stream;
  private long requests;

  public InMemoryDatabase() {
    OrganisationId organisation = ledger.registry().addOrganisation("Example");
    ConnectorId connector = ledger.registry().connect(organisation, "example", "{}");
    stream = new StreamId(organisation, connector, "history");
    ledger.discard();
  }

  @Override
  public Ledger ledger() {
    return this;
  }

  @Override
  public StreamId stream() {
    return stream;
  }

  @Override
  public PipelineJob startJob() {
    return ledger.registry().startJob();
  }

  @Override
  public void askReplay() {
    requests++;
    ledger.rejected().ask(stream, requests);
  }

  @Override
  public List<String> passedOver() {
    return ledger.rejected().passedOver(stream).stream().map(RejectedRecord::key).toList();
  }

  @Override
  public Runnable backup() {
    return ledger.backup()::restore;
  }

  @Override
  public ConnectorRegistry registry() {
    return ledger.registry();
  }

  @Override
  public StreamLeases leases() {
    return ledger.leases();
  }

  @Override
  public StreamStore streams() {
    return ledger.streams();
  }

  @Override
  public EvidenceStore evidence() {
    return ledger.evidence();
  }

  @Override
  public ScoreStore scores() {
    return ledger.scores();
  }

  @Override
  public BackcastStore backcasts() {
    return ledger.backcasts();
  }

  @Override
  public RejectedStore rejected() {
    return ledger.rejected();
  }

  @Override
  public void close() {
    ledger.close();
  }
}
