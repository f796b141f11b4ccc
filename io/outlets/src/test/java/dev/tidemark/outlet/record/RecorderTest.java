// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.outlet.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.StreamId;
import dev.tidemark.outlet.OutletTypes;
import dev.tidemark.outlet.Stage;
import dev.tidemark.postgres.database.Database;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes an event, and what does not. */
class RecorderTest {
  private static final String TYPES = "SELECT type AS text FROM outlet_event ORDER BY position";
  private static final String IDS = "SELECT id::text AS text FROM outlet_event ORDER BY position";

  private final Stage stage = new Stage();
  private final Database database = stage.access.database();
  private final Recorder recorder = new Recorder(database);

  @AfterEach
  void close() {
    database.close();
    stage.close();
  }

  @Test
  void withoutOutletsNothingIsNoted() {
    stage.score(1, 0.3);
    assertThat(recorder.everything()).isZero();
  }

  @Test
  void aScoreIsToldWhenItChangedAndNotBeforeItsPace() {
    anOutlet();
    stage.score(1, 0.3);
    assertThat(recorder.scores()).isEqualTo(1);
    stage.change("UPDATE outlet_recording SET pace_seconds = 600");
    stage.score(2, 0.4);
    stage.score(3, 0.5);
    assertThat(recorder.scores()).isZero();
    stage.letPacePass();
    assertThat(recorder.scores()).isEqualTo(1);
    assertThat(
            stage.texts("SELECT data ->> 'revision' AS text FROM outlet_event ORDER BY position"))
        .containsExactly("1", "3");
    stage.letPacePass();
    stage.score(4, 0.5);
    assertThat(recorder.scores()).isZero();
    assertThat(recorder.scores()).isZero();
  }

  @Test
  void anEventHasTheSameIdWhoeverNotesIt() {
    anOutlet();
    stage.score(1, 0.3);
    stage.close(yesterday(), 1, "provisional", 0.3);
    recorder.everything();
    List<String> before = stage.texts(IDS);
    stage.change("DELETE FROM outlet_event");
    stage.change("DELETE FROM outlet_told");
    recorder.everything();
    assertThat(stage.texts(IDS)).isEqualTo(before).hasSize(2);
  }

  @Test
  void aDayIsToldAsOftenAsItIsClosedAnew() {
    anOutlet();
    stage.close(yesterday(), 1, "provisional", 0.3);
    recorder.everything();
    recorder.everything();
    stage.close(yesterday(), 2, "final", 0.35);
    recorder.everything();
    assertThat(stage.texts("SELECT data ->> 'status' AS text FROM outlet_event ORDER BY position"))
        .containsExactly("provisional", "final");
    assertThat(
            stage.texts(
                "SELECT data #>> '{since_close,attribution,1,indicator}' AS text FROM"
                    + " outlet_event"))
        .doesNotContainNull();
  }

  @Test
  void aStreamIsQuarantinedOnceAndRecoversOnce() {
    anOutlet();
    StreamId stream = stage.stream("ledger");
    stage.change(
        """
        UPDATE stream SET failing_since = now(), failure_category = 'AUTH', failure_message = 'the password is wrong',
               next_try = now(), last_poll = now()\
        """);
    recorder.everything();
    recorder.everything();
    stage.change("UPDATE stream SET failing_since = NULL, last_poll = now()");
    recorder.everything();
    recorder.everything();
    assertThat(stage.texts(TYPES)).containsExactly("stream.quarantined", "stream.recovered");
    assertThat(stage.texts("SELECT data ->> 'connector_id' AS text FROM outlet_event"))
        .containsOnly(stream.connector().toString());
    assertThat(stage.texts("SELECT subject AS text FROM outlet_event"))
        .containsOnly("ledger/tables");
  }

  @Test
  void whatAStreamReadIsToldOnceItsHourIsOver() {
    anOutlet();
    stage.stream("ledger");
    stage.change("UPDATE outlets SET created_at = now() - interval '5 hours'");
    for (int age = 0; age < 3; age++) {
      stage.change(
          """
          INSERT INTO sync_log (stream_id, hour, organisation_id, polls, failures, pages, records)
          SELECT id, date_trunc('hour', now(), 'UTC') - make_interval(hours => ?), organisation_id, 2, 1, 1, 10 FROM stream\
          """,
          age);
    }
    recorder.everything();
    recorder.everything();
    assertThat(stage.texts("SELECT data ->> 'records' AS text FROM outlet_event"))
        .hasSizeBetween(1, 2)
        .containsOnly("10");
  }

  @Test
  void whatEverybodyWasToldGoesWhenItIsOld() {
    anOutlet();
    stage.score(1, 0.3);
    recorder.everything();
    stage.change("UPDATE outlet_event SET recorded_at = now() - interval '31 days'");
    recorder.everything();
    assertThat(stage.texts(TYPES)).hasSize(1);
    stage.change("UPDATE outlets SET position = (SELECT max(position) FROM outlet_event)");
    recorder.everything();
    assertThat(stage.texts(TYPES)).isEmpty();
  }

  private void anOutlet() {
    stage.add(
        OutletTypes.of("webhook"),
        "hook",
        Map.of(
            "address", "https://example.com/", "secret", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
        OutletTypes.of("webhook").possible());
  }

  private static LocalDate yesterday() {
    return LocalDate.now(ZoneOffset.UTC).minusDays(1);
  }
}
