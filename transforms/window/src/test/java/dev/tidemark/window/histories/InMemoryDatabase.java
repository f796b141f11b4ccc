// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window.histories;

import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.spi.ledger.Ledger;
import dev.tidemark.testkit.InMemoryLedger;

/** A history's database in memory. */
public final class InMemoryDatabase implements HistoryDatabase {
  private final InMemoryLedger ledger = InMemoryLedger.create();
  private final StreamId stream;

  public InMemoryDatabase() {
    OrganisationId organisation = ledger.registry().addOrganisation("Example");
    ConnectorId connector = ledger.registry().connect(organisation, "example", "{}");
    stream = new StreamId(organisation, connector, "history");
    ledger.discard();
  }

  @Override
  public Ledger ledger() {
    return ledger;
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
  public Runnable backup() {
    return ledger.backup()::restore;
  }
}
