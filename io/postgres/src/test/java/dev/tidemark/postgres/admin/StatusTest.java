// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.admin;

import static dev.tidemark.postgres.ledger.CommitBuilder.commit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.Cost;
import dev.tidemark.model.stream.Lease;
import dev.tidemark.model.stream.Volume;
import dev.tidemark.postgres.admin.Status.ConnectorCost;
import dev.tidemark.postgres.admin.Status.ConnectorStatus;
import dev.tidemark.postgres.admin.Status.HourlyVolume;
import dev.tidemark.postgres.admin.Status.StreamStatus;
import dev.tidemark.postgres.ledger.Fixture;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ledger.StreamReport;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StatusTest {
  private final Fixture fixture = Fixture.shared();
  private final Administration administration = Administration.of(fixture.access);
  private final StreamId stream = fixture.newStream();

  @AfterEach
  void close() {
    administration.close();
    fixture.close();
  }

  @Test
  void aConnectorGoesFromWaitingToInSyncAndIntoTrouble() {
    assertThat(state()).isEqualTo("waiting");
    Lease lease = fixture.taken(stream);
    assertThat(state()).isEqualTo("starting");
    Instant now = Instant.now();
    report(StreamReport.passed(stream, lease, now, now.minusSeconds(3600), 0));
    assertThat(state()).isEqualTo("out of sync");
    report(StreamReport.passed(stream, lease, now, now, 0));
    assertThat(state()).isEqualTo("in sync");
    var failure = new StreamReport.Failure(Category.AUTH, "no entry", now.plusSeconds(60));
    report(StreamReport.failed(stream, lease, now, failure));
    assertThat(state()).isEqualTo("failing");
    assertThat(connector().failure()).isEqualTo("tables: no entry");
    assertThat(trouble()).isEqualTo("tables failing AUTH");
    administration.connectors().pause(stream.connector(), "test");
    assertThat(state()).isEqualTo("paused");
    assertThat(administration.status().streams(fixture.organisation))
        .singleElement()
        .extracting(StreamStatus::state, StreamStatus::held)
        .containsExactly("paused", true);
  }

  @Test
  void volumeIsCountedByHour() {
    Lease lease = fixture.taken(stream);
    Instant hour = Instant.parse("2026-03-01T01:00:00Z");
    fixture.ledger.streams().commit(List.of(commit(stream, lease, 0, 1).build()));
    fixture.ledger.streams().commit(List.of(commit(stream, lease, 1, 2).build()));
    report(StreamReport.passed(stream, lease, hour.plusSeconds(5), null, 0));
    assertThat(administration.status().volume(fixture.organisation, hour))
        .singleElement()
        .satisfies(
            (HourlyVolume volume) -> {
              assertThat(volume.hour()).isEqualTo(hour);
              assertThat(volume.polls()).isEqualTo(1);
              assertThat(volume.volume()).isEqualTo(new Volume(2, 20, 200, 2));
            });
    assertThat(connector().lastSync()).isNotNull();
  }

  /** A pass that takes hours has no other sign of life until it ends. */
  @Test
  void whatWasReadGrowsWithEachPage() {
    Lease lease = fixture.taken(stream);
    assertThat(read()).isEqualTo(Volume.none());
    fixture
        .ledger
        .streams()
        .commit(List.of(commit(stream, lease, 0, 1).observedAt(Instant.now()).build()));
    assertThat(read()).isEqualTo(new Volume(1, 10, 100, 1));
    fixture
        .ledger
        .streams()
        .commit(List.of(commit(stream, lease, 1, 2).observedAt(Instant.now()).build()));
    assertThat(read()).isEqualTo(new Volume(2, 20, 200, 2));
    Instant before = Instant.now().minus(Duration.ofDays(2));
    report(StreamReport.passed(stream, lease, before, null, 0).with(new Volume(1, 9, 9, 1)));
    assertThat(read()).isEqualTo(new Volume(2, 20, 200, 2));
  }

  private Volume read() {
    return Objects.requireNonNull(
        administration.status().streams(fixture.organisation).get(0).day());
  }

  /** What pages cost comes with their commits, what other polls cost with reports. */
  @Test
  void costsAreKeptByHourAndAddUp() {
    Lease lease = fixture.taken(stream);
    Instant now = Instant.now();
    StreamReport idle = StreamReport.passed(stream, lease, now, now, 0);
    report(idle.with(new Volume(0, 0, 0, 3).costing(Cost.of("credits", 0.25))));
    Instant before = now.minus(Duration.ofDays(3));
    StreamReport earlier = StreamReport.passed(stream, lease, before, null, 0);
    report(earlier.with(Volume.none().costing(Cost.of("credits", 0.5))));
    report(idle.with(Volume.none().costing(Cost.of("seconds", 40))));
    assertThat(administration.status().streams(fixture.organisation).get(0).cost())
        .isEqualTo(Cost.of("credits", 0.75).plus(Cost.of("seconds", 40)));
    assertThat(spentSince(now.minus(Duration.ofHours(2))))
        .isEqualTo(Cost.of("credits", 0.25).plus(Cost.of("seconds", 40)));
  }

  @Test
  void aBudgetStandsBesideWhatWasSpent() {
    Lease lease = fixture.taken(stream);
    long before = version();
    Cost budget = Cost.of("credits", 2).plus(Cost.of("seconds", 60));
    allow(budget);
    assertThat(version()).isGreaterThan(before);
    assertThat(
            fixture.ledger.registry().settings(stream.connector(), "test").orElseThrow().budget())
        .isEqualTo(budget);
    StreamReport idle = StreamReport.passed(stream, lease, Instant.now(), null, 0);
    report(idle.with(Volume.none().costing(Cost.of("credits", 1.5))));
    assertThat(administration.status().costs(fixture.organisation))
        .extracting(ConnectorCost::unit, it -> it.total().toPlainString())
        .containsExactly(tuple("credits", "1.5"), tuple("seconds", "0"));
    assertThat(administration.status().costs(fixture.organisation))
        .extracting(it -> it.dailyBudget())
        .containsExactly(new BigDecimal("2"), new BigDecimal("60"));
  }

  @Test
  void callsAndBytesStandBesideWhatWasSpentWhereABudgetNamesThem() {
    Lease lease = fixture.taken(stream);
    Instant now = Instant.now();
    StreamReport idle = StreamReport.passed(stream, lease, now, null, 0);
    report(idle.with(new Volume(0, 0, 500, 7)));
    assertThat(administration.status().costs(fixture.organisation)).isEmpty();
    assertThat(spentSince(now.truncatedTo(ChronoUnit.DAYS)).isNone()).isTrue();
    allow(Cost.of("calls", 10));
    assertThat(administration.status().costs(fixture.organisation))
        .singleElement()
        .satisfies(it -> assertThat(it.unit()).isEqualTo("calls"))
        .satisfies(it -> assertThat(it.today()).isEqualByComparingTo("7"))
        .satisfies(it -> assertThat(it.dailyBudget()).isEqualByComparingTo("10"));
    assertThat(spentSince(now.truncatedTo(ChronoUnit.DAYS))).isEqualTo(Cost.of("calls", 7));
  }

  @Test
  void aStreamThatRestsIsNoFailure() {
    Lease lease = fixture.taken(stream);
    Instant now = Instant.now();
    var rest = new StreamReport.Rest("the day's budget is spent", now.plusSeconds(3600));
    report(new StreamReport(stream, lease, now, now, false, 0, null, rest, Volume.none()));
    assertThat(state()).isEqualTo("budget spent");
    assertThat(administration.status().streams(fixture.organisation))
        .singleElement()
        .satisfies(it -> assertThat(it.pauseReason()).isEqualTo(rest.reason()))
        .satisfies(it -> assertThat(it.pausedUntil()).isAfter(now));
    report(StreamReport.passed(stream, lease, now, now, 0));
    assertThat(state()).isEqualTo("in sync");
    var over = new StreamReport.Rest("yesterday's budget was spent", now.minusSeconds(1));
    report(new StreamReport(stream, lease, now, now, false, 0, null, over, Volume.none()));
    assertThat(state()).isEqualTo("in sync");
  }

  private void allow(Cost budget) {
    ConnectorId connector = stream.connector();
    ConnectorPlan plan = administration.connectors().find(connector).orElseThrow().plan();
    administration
        .connectors()
        .revise(
            connector,
            new ConnectorPlan(plan.name(), plan.streams(), plan.intervals(), budget),
            null,
            "test");
  }

  private Cost spentSince(Instant since) {
    return fixture
        .ledger
        .registry()
        .spent(List.of(stream.connector()), since)
        .getOrDefault(stream.connector(), Cost.none());
  }

  private long version() {
    return fixture.ledger.registry().activeVersions().getOrDefault(stream.connector(), 0L);
  }

  private void report(StreamReport report) {
    fixture.ledger.leases().report(List.of(report));
  }

  private ConnectorStatus connector() {
    return administration.status().connectors(fixture.organisation).get(0);
  }

  private String state() {
    return connector().state();
  }

  private String trouble() {
    return fixture.text(
        "SELECT concat_ws(' ', stream, state, failure_category) AS text FROM connector_trouble"
            + " WHERE organisation_id = ?",
        fixture.organisation.value());
  }
}
