// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.admin;

import static dev.tidemark.postgres.ledger.CommitBuilder.commit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.Lease;
import dev.tidemark.model.stream.Volume;
import dev.tidemark.postgres.admin.Status.ConnectorStatus;
import dev.tidemark.postgres.admin.Status.HourlyVolume;
import dev.tidemark.postgres.admin.Status.StreamStatus;
import dev.tidemark.postgres.ledger.Fixture;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ledger.StreamReport;
import java.time.Instant;
import java.util.List;
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
    report(new StreamReport(stream, lease, now, now.minusSeconds(3600), true, null));
    assertThat(state()).isEqualTo("out of sync");
    report(new StreamReport(stream, lease, now, now, true, null));
    assertThat(state()).isEqualTo("in sync");
    var failure = new StreamReport.Failure(Category.AUTH, "no entry", now.plusSeconds(60));
    report(new StreamReport(stream, lease, now, null, false, failure));
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
    report(new StreamReport(stream, lease, hour.plusSeconds(5), null, true, null));
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
