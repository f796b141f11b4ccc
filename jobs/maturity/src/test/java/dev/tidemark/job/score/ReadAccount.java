// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.score;

import dev.tidemark.model.Bytes;
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
import dev.tidemark.model.window.Attributes;
import dev.tidemark.model.window.Grain;
import dev.tidemark.model.window.Partial;
import dev.tidemark.model.window.WindowChange;
import dev.tidemark.model.window.WindowKey;
import dev.tidemark.spi.ledger.LeaseAnswer;
import dev.tidemark.spi.ledger.StreamPlan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An account of ten tables as its stream's reader commits it. */
public final class ReadAccount {
  /** A metric of quality checks. */
  public static final String CHECKS = "tidemark.data.quality.check";

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
  static ReadAccount of(
      ScoredDatabase database, ConnectorId connector, Stratum stratum, List<String> measured) {
    StreamId stream = new StreamId(database.organisation, connector, "tables");
    ReadAccount account = new ReadAccount(database, stream, stratum);
    List<String> metrics =
        new ArrayList<>(List.of("tidemark.data.asset.state", "tidemark.connector.asset.eligible"));
    metrics.addAll(measured);
    PipelineJob job = database.administration.jobs().start("test");
    StreamPlan plan =
        new StreamPlan(
            "test",
            stratum,
            Duration.ofMinutes(1),
            Duration.ZERO,
            Precedence.NATIVE_PLATFORM,
            metrics);
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
    commit(List.of(), List.of(new FactChanges(false, List.of(), List.of(), tables)));
  }

  /** The account is read: these day windows are as told. */
  public void tell(List<WindowChange> windows) {
    commit(windows, List.of());
  }

  /** The account is read: a thousand checks a day, of which 980 passed, up to before a day. */
  public void tellChecks(LocalDate from, LocalDate until) {
    tell(from.datesUntil(until).map(this::checks).toList());
  }

  private WindowChange checks(LocalDate day) {
    Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    Partial checks = new Partial(1000, 980, 1000, 0, 0, start, start, Bytes.empty());
    WindowKey key = new WindowKey(stratum, CHECKS, Attributes.none(), Grain.DAY, start);
    return new WindowChange(key, checks, Partial.empty());
  }

  Stratum stratum() {
    return stratum;
  }

  private void commit(List<WindowChange> windows, List<FactChanges> facts) {
    StreamCommit commit =
        new StreamCommit(
            stream,
            lease,
            sequence,
            ++sequence,
            Cursor.start(),
            windows,
            List.of(),
            facts,
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
