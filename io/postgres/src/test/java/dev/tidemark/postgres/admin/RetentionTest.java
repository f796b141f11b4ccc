// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.admin;

import static dev.tidemark.postgres.ledger.CommitBuilder.commit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.model.Bytes;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.Lease;
import dev.tidemark.model.stream.RejectedRecord;
import dev.tidemark.model.window.Attributes;
import dev.tidemark.model.window.Grain;
import dev.tidemark.model.window.Partial;
import dev.tidemark.model.window.WindowChange;
import dev.tidemark.model.window.WindowKey;
import dev.tidemark.postgres.ledger.CommitBuilder;
import dev.tidemark.postgres.ledger.Fixture;
import dev.tidemark.spi.ledger.OrganisationEvidence;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is too old goes, a piece at a time, and nothing a score needs. */
class RetentionTest {
  private static final String RUNS = "tidemark.data.pipeline.run";
  private final Instant today = Instant.now().truncatedTo(ChronoUnit.DAYS);
  private final Fixture fixture = Fixture.fresh();
  private final Administration administration = Administration.of(fixture.access);
  private final Retention retention = administration.retention();
  private final StreamId stream = fixture.newStream();
  private final Lease lease = fixture.taken(stream);
  private long sequence;

  @AfterEach
  void close() {
    administration.close();
    fixture.close();
  }

  @Test
  void theFirstHourThatIsKeptIsThatOfTheBoundaryDay() {
    window(Grain.HOUR, today.minus(Duration.ofDays(120)).minus(Duration.ofHours(1)), 1, 0);
    window(Grain.HOUR, today.minus(Duration.ofDays(120)), 1, 0);
    assertThat(retention.due()).containsEntry("hour windows", 1L);
    assertThat(retention.purge()).containsEntry("hour windows", 1L);
    assertThat(fixture.number("SELECT count(*) AS number FROM metric_window")).isEqualTo(1);
    assertThat(retention.purge()).isEmpty();
  }

  @Test
  void daysAndTailsAndWhatWasPassedOverStay() {
    window(Grain.DAY, today.minus(Duration.ofDays(3000)), 1, 0);
    window(Grain.HOUR, today.minus(Duration.ofDays(3000)), 1, 1);
    passOver("lost");
    fixture.change("UPDATE rejected_record SET seen_at = 'epoch', kept_at = 'epoch'");
    assertThat(retention.purge()).isEmpty();
    assertThat(fixture.number("SELECT count(*) AS number FROM metric_window")).isEqualTo(2);
    assertThat(administration.deadLetters().list(fixture.organisation, 10)).hasSize(1);
  }

  @Test
  void noEvidenceIsTouched() {
    for (int hour = 0; hour < 48; hour++) {
      Instant at = today.minus(Duration.ofDays(130)).plus(Duration.ofHours(hour));
      window(Grain.HOUR, at, 1, 0);
    }
    window(Grain.DAY, today.minus(Duration.ofDays(130)), 24, 0);
    window(Grain.DAY, today.minus(Duration.ofDays(129)), 24, 0);
    OrganisationEvidence before = evidence();
    assertThat(before.windows()).hasSize(2);
    assertThat(retention.purge()).containsEntry("hour windows", 48L);
    assertThat(evidence()).isEqualTo(before);
  }

  @Test
  void aRunningJobDoesItOnceADayAPieceAtATime() {
    fixture.change(
        """
        INSERT INTO sync_log (stream_id, organisation_id, hour)
        SELECT id, organisation_id, 'epoch'::timestamptz + n * interval '1 hour' FROM stream, generate_series(1, 4500) n\
        """);
    assertThat(fixture.ledger.tidy()).isTrue();
    long left = logged();
    assertThat(left).isBetween(1L, 4_499L);
    assertThat(fixture.ledger.tidy()).as("goes on where it was").isTrue();
    assertThat(logged()).isLessThan(left);
    assertThat(fixture.ledger.tidy()).isTrue();
    assertThat(logged()).isZero();
    assertThat(fixture.ledger.tidy()).as("nothing is left").isFalse();
    fixture.change(
        "INSERT INTO sync_log (stream_id, organisation_id, hour) SELECT id, organisation_id,"
            + " 'epoch' FROM stream");
    assertThat(fixture.ledger.tidy()).as("the day's pass is over").isFalse();
    assertThat(logged()).isEqualTo(1);
    fixture.change("UPDATE retention SET passed_on = passed_on - 1");
    assertThat(fixture.ledger.tidy()).as("a new day").isTrue();
  }

  @Test
  void whatCountsByNowAndWhatIsNotShownAnyMoreGoes() {
    passOver("counted");
    fixture.change("UPDATE rejected_record SET replayed_at = now() - interval '91 days'");
    fixture.ledger.rejected().keep(List.of(rejected("gone"), rejected("shown")));
    fixture.change(
        "UPDATE rejected_record SET seen_at = now() - interval '91 days' WHERE record_key ="
            + " 'gone'");
    assertThat(retention.purge()).containsEntry("rejected records", 2L);
    assertThat(administration.deadLetters().list(fixture.organisation, 10))
        .extracting(DeadLetter::key)
        .containsExactly("shown");
  }

  @Test
  void aRequestStaysWhileSomethingWaitsForIt() {
    passOver("waits");
    administration.deadLetters().ask(fixture.organisation, LetterChoice.all());
    fixture.change("UPDATE replay_request SET asked_at = 'epoch'");
    assertThat(retention.purge()).isEmpty();
    fixture.change("UPDATE rejected_record SET replay_asked_at = NULL");
    assertThat(retention.purge()).containsEntry("replay requests", 1L);
  }

  @Test
  void theNewestJobAndThoseThatHoldStreamsStay() {
    administration.jobs().start("old");
    administration.jobs().start("holder");
    administration.jobs().start("newest");
    fixture.change("UPDATE pipeline_job SET started_at = 'epoch'");
    fixture.change(
        "UPDATE stream SET job_epoch = (SELECT epoch FROM pipeline_job WHERE host = 'holder')");
    assertThat(retention.purge()).containsEntry("jobs that ended", 1L);
    assertThat(administration.jobs().newest().orElseThrow().host()).isEqualTo("newest");
  }

  @Test
  void otherRulesCountFromThenOn() {
    assertThat(retention.rules()).isEqualTo(new RetentionRules(120, 400, 90, 90));
    window(Grain.HOUR, today.minus(Duration.ofDays(110)), 1, 0);
    assertThat(fixture.ledger.tidy()).isFalse();
    retention.change(new RetentionRules(100, 400, 90, 90));
    assertThat(fixture.ledger.tidy()).as("the same day").isTrue();
    assertThat(fixture.number("SELECT count(*) AS number FROM metric_window")).isZero();
  }

  @Test
  void lessThanIsNeededIsRefused() {
    assertThatThrownBy(() -> new RetentionRules(99, 400, 90, 90))
        .hasMessage(
            "hour windows cannot be kept for 99 days only: 100 at least, since what a model looks"
                + " at reaches back 90 days, and a day may be restated 7 days later");
    assertThatThrownBy(() -> new RetentionRules(100, 34, 90, 90)).hasMessageContaining("35");
    assertThatThrownBy(() -> new RetentionRules(100, 35, 6, 90)).hasMessageContaining("rejected");
    assertThatThrownBy(() -> new RetentionRules(100, 35, 7, 6)).hasMessageContaining("jobs");
  }

  private void window(Grain grain, Instant start, double settled, double tail) {
    WindowKey key = new WindowKey(Fixture.STRATUM, RUNS, Attributes.none(), grain, start);
    WindowChange window = new WindowChange(key, partial(settled), partial(tail));
    accept(commit(stream, lease, sequence, ++sequence).window(window));
  }

  private static Partial partial(double sum) {
    return CommitBuilder.partial(sum);
  }

  private void passOver(String key) {
    accept(commit(stream, lease, sequence, ++sequence).passed(rejected(key)));
  }

  private void accept(CommitBuilder commit) {
    fixture.ledger.streams().commit(List.of(commit.observedAt(Instant.now()).build()));
  }

  private RejectedRecord rejected(String key) {
    return new RejectedRecord(stream, "postgresql", key, "why", Bytes.utf8("{"), Instant.now());
  }

  private OrganisationEvidence evidence() {
    return fixture.ledger.evidence().changes(fixture.organisation, -1, Instant.EPOCH).orElseThrow();
  }

  private long logged() {
    return fixture.number("SELECT count(*) AS number FROM sync_log");
  }
}
