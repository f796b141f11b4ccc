// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.exactness;

import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.postgres.DatabaseAccess;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.admin.LetterChoice;
import dev.tidemark.postgres.admin.NewConnector;
import dev.tidemark.postgres.admin.Replayability;
import dev.tidemark.spi.ledger.Ledger;
import dev.tidemark.spi.options.Secret;
import dev.tidemark.window.histories.HistoryDatabase;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The database of one history: an organisation of its own in a real PostgreSQL. */
final class PostgresHistory implements HistoryDatabase {
  private final DatabaseAccess access;
  private final Administration administration;
  private final Ledger ledger;
  private final StreamId stream;

  PostgresHistory(DatabaseAccess access, Administration administration, Ledger ledger) {
    this.access = access;
    this.administration = administration;
    this.ledger = ledger;
    String name = "history " + UUID.randomUUID();
    OrganisationId organisation = administration.organisations().findOrCreate(name);
    ConnectorId connector =
        administration
            .connectors()
            .add(
                new NewConnector(
                    organisation, "example", name, Secret.of("{}"), Set.of(), Map.of()),
                "a history");
    stream = new StreamId(organisation, connector, "history");
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
    return administration.jobs().start("history");
  }

  @Override
  public void askReplay() {
    administration.deadLetters().ask(stream.organisation(), LetterChoice.all());
  }

  @Override
  public List<String> passedOver() {
    return administration.deadLetters().list(stream.organisation(), Integer.MAX_VALUE).stream()
        .filter(letter -> letter.replay() != Replayability.COUNTED)
        .flatMap(letter -> Stream.generate(letter::key).limit(letter.times()))
        .toList();
  }

  @Override
  public Runnable backup() {
    StreamBackup backup = StreamBackup.of(access.database(), stream);
    return backup::restore;
  }
}
