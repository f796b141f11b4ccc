// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.score;

import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.Stratum;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.asset.AssetFacts;
import dev.tidemark.model.asset.Population;
import dev.tidemark.model.asset.Precedence;
import dev.tidemark.model.asset.Subject;
import dev.tidemark.model.stream.CommitOutcome;
import dev.tidemark.model.stream.Cursor;
import dev.tidemark.model.stream.FactChanges;
import dev.tidemark.model.stream.Lease;
import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.model.stream.StreamCommit;
import dev.tidemark.model.stream.Volume;
import dev.tidemark.spi.ledger.LeaseAnswer;
import dev.tidemark.spi.ledger.StreamPlan;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An account of ten tables as its stream's reader commits it. */
public final class ReadAccount {
  private final ScoredDatabase database;
  private final Stratum stratum;
  private final StreamId stream;
  private final Lease lease = Lease.random();
  private long sequence;

  private ReadAccount(ScoredDatabase database, StreamId stream, Stratum stratum) {
    this.database = database;
    this.stream = stream;
    this.stratum = stratum;
  }

  /** Takes the stream of a connector under a new job. */
  static ReadAccount of(ScoredDatabase database, ConnectorId connector, Stratum stratum) {
    StreamId stream = new StreamId(database.organisation, connector, "tables");
    ReadAccount account = new ReadAccount(database, stream, stratum);
    PipelineJob job = database.administration.jobs().start("test");
    StreamPlan plan =
        new StreamPlan(
            "test",
            stratum,
            Duration.ofMinutes(1),
            Duration.ZERO,
            Precedence.NATIVE_PLATFORM,
            List.of("tidemark.data.asset.state", "tidemark.connector.asset.eligible"));
    LeaseAnswer answer = database.ledger.leases().take(stream, account.lease, job, plan);
    account.sequence = ((LeaseAnswer.Taken) answer).sequence();
    return account;
  }

  ConnectorId connector() {
    return stream.connector();
  }

  /** How far reading has come. */
  long sequence() {
    return sequence;
  }

  /** The account is read: ten tables in use, so many of them with an owner. */
  public void read(int owned) {
    List<AssetFacts> tables = new ArrayList<>();
    for (int table = 0; table < 10; table++) {
      tables.add(table(table, table < owned));
    }
    StreamCommit commit =
        new StreamCommit(
            stream,
            lease,
            sequence,
            ++sequence,
            Cursor.start(),
            List.of(),
            List.of(),
            List.of(new FactChanges(false, List.of(), List.of(), tables)),
            List.of(new Population(stratum, "asset", 10, 10)),
            database.now,
            database.now,
            Volume.none());
    CommitOutcome outcome = database.ledger.streams().commit(List.of(commit)).get(0);
    if (!(outcome instanceof CommitOutcome.Accepted)) {
      throw new IllegalStateException("not accepted: " + outcome);
    }
  }

  private AssetFacts table(int number, boolean owned) {
    String name = stratum.urn() + "/app.public.t" + number;
    LocalDate today = LocalDate.ofInstant(database.now, ZoneOffset.UTC);
    return new AssetFacts(
        "t" + number,
        stratum,
        new Subject("table", name),
        Map.of("owner.present", Boolean.toString(owned), "write.day", today.toString()));
  }
}
