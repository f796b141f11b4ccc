// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.job.health.Vitals;
import dev.tidemark.job.health.Vitals.ConnectorFigure;
import dev.tidemark.job.health.Vitals.EngineFigure;
import dev.tidemark.job.score.ScoredDatabase;
import dev.tidemark.model.Bytes;
import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.Stratum;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.asset.Precedence;
import dev.tidemark.model.stream.Cursor;
import dev.tidemark.model.stream.Lease;
import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.model.stream.RejectedRecord;
import dev.tidemark.model.stream.Rejections;
import dev.tidemark.model.stream.StreamCommit;
import dev.tidemark.model.stream.Volume;
import dev.tidemark.postgres.DatabaseAccess;
import dev.tidemark.postgres.admin.NewConnector;
import dev.tidemark.postgres.database.Database;
import dev.tidemark.spi.ledger.StreamPlan;
import dev.tidemark.spi.options.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is measured is what the database holds. */
class VitalSignsTest {
  private final ScoredDatabase scored = new ScoredDatabase();
  private final PipelineJob job = scored.administration.jobs().start("test");
  private final Database database =
      DatabaseAccess.at(scored.database.jdbcUrl() + "?user=" + scored.database.user())
          .withPassword(scored.database.password().reveal())
          .database();
  private final VitalSigns vitals = new VitalSigns(database, () -> EngineFigure.UNKNOWN);

  @AfterEach
  void close() {
    database.close();
    scored.close();
  }

  @Test
  void tellsHowFarBehindAConnectorIsAndWhatItPassedOver() {
    StreamId late = stream("late");
    Lease lease = taken(late);
    RejectedRecord passed =
        new RejectedRecord(late, "test", "a", "size is missing", Bytes.empty(), Instant.EPOCH);
    Instant hourAgo = Instant.now().minus(Duration.ofHours(1));
    commit(late, lease, hourAgo, passed);
    commit(late, lease, hourAgo, passed);
    taken(stream("new"));
    Vitals now = vitals.get();
    ConnectorFigure figure = figure(now, "Acme Ltd/late");
    assertThat(figure.lag()).isBetween(Duration.ofMinutes(60), Duration.ofMinutes(62));
    assertThat(figure.overdue())
        .as("five minutes are the least that is allowed")
        .isBetween(Duration.ofMinutes(55), Duration.ofMinutes(57));
    assertThat(figure.incomplete()).isEqualTo(1);
    assertThat(figure.rejected()).isEqualTo(1);
    assertThat(figure(now, "Acme Ltd/new"))
        .isEqualTo(new ConnectorFigure("Acme Ltd/new", null, null, 0, 1, 0));
    assertThat(now.totals().refused()).as("the second commit built on the same row").isEqualTo(1);
    assertThat(now.streams()).isEqualTo(Map.of("out of sync", 1L, "starting", 1L));
  }

  @Test
  void whatIsPausedIsNotOverdue() {
    StreamId stream = stream("resting");
    commit(stream, taken(stream), Instant.EPOCH);
    scored.administration.connectors().pause(stream.connector(), "test");
    ConnectorFigure figure = figure(vitals.get(), "Acme Ltd/resting");
    assertThat(figure.overdue()).isNull();
    assertThat(figure.incomplete()).isZero();
    assertThat(figure.lag()).isNotNull();
  }

  private static ConnectorFigure figure(Vitals vitals, String connector) {
    return vitals.connectors().stream()
        .filter(it -> it.connector().equals(connector))
        .findFirst()
        .orElseThrow();
  }

  private StreamId stream(String name) {
    NewConnector wanted =
        new NewConnector(scored.organisation, "test", name, Secret.of("{}"), Set.of(), Map.of());
    ConnectorId id = scored.administration.connectors().add(wanted, "test");
    return new StreamId(scored.organisation, id, "runs");
  }

  private Lease taken(StreamId stream) {
    Lease lease = Lease.random();
    StreamPlan plan =
        new StreamPlan(
            "test",
            new Stratum("test://" + stream.connector()),
            Duration.ofMinutes(1),
            Duration.ZERO,
            Precedence.NATIVE_PLATFORM,
            List.of("tidemark.data.pipeline.run"));
    scored.ledger.leases().take(stream, lease, job, plan);
    return lease;
  }

  private void commit(
      StreamId stream, Lease lease, Instant completeThrough, RejectedRecord... passed) {
    StreamCommit commit =
        new StreamCommit(
            stream,
            lease,
            0,
            1,
            new Cursor("{\"at\":" + System.nanoTime() + "}"),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            completeThrough,
            Instant.now(),
            Volume.none(),
            new Rejections(List.of(passed), List.of()));
    scored.ledger.streams().commit(List.of(commit));
  }
}
