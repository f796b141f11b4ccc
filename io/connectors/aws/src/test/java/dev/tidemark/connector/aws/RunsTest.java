// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.fake.aws.FakeAws;
import dev.tidemark.fake.aws.Shelf;
import dev.tidemark.spi.Connector;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunsTest {
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);

  private final FakeAws fake = FakeAws.empty();
  private final Connector connector = Things.connector(fake);
  private final Reading reading = new Reading(connector, "glue_job_runs", 20);

  @AfterEach
  void close() {
    connector.close();
    fake.close();
  }

  @Test
  void countsEachRunOnceThroughCrashesAtEveryPage() {
    fake.put(Things.HERE, Shelf.JOB, Things.job("hourly"));
    fake.put(Things.THERE, Shelf.JOB, Things.job("other"));
    for (int hours = 1; hours <= 200; hours++) {
      succeeded("hourly", hours, Things.HERE);
      succeeded("other", hours, Things.THERE);
    }
    for (int crashes = 0; crashes < 12; crashes++) {
      for (int page = 0; page <= crashes; page++) {
        reading.page();
      }
      reading.crash();
    }
    reading.passAt(now);
    assertThat(reading.settled().values()).allMatch(times -> times == 1);
    assertThat(reading.settled()).hasSize(2 * 177);
    assertThat(reading.tail()).hasSize(2 * 23);
    reading.passAt(now.plus(Duration.ofHours(30)));
    assertThat(reading.settled())
        .hasSize(400)
        .allSatisfy((key, times) -> assertThat(times).isOne());
    assertThat(reading.tail()).isEmpty();
  }

  @Test
  void aRunThatOutlivesTheLookbackIsCountedWhenItIsOver() {
    fake.put(Things.HERE, Shelf.JOB, Things.job("long"));
    ObjectNode run = Things.run("long", "jr_1", "RUNNING", now.minus(Duration.ofDays(3)));
    fake.put(Things.HERE, Shelf.RUN, run);
    reading.passAt(now);
    assertThat(reading.settled()).isEmpty();
    assertThat(reading.tail()).hasSize(1);
    assertThat(reading.cursor().json()).contains("jr_1");
    reading.passAt(now.plus(Duration.ofHours(5)));
    fake.put(
        Things.HERE,
        Shelf.RUN,
        Things.ended(run, now.plus(Duration.ofHours(6))).put("JobRunState", "SUCCEEDED"));
    reading.passAt(now.plus(Duration.ofHours(7)));
    assertThat(reading.settled()).containsOnlyKeys("eu-central-1/long/jr_1");
    assertThat(reading.cursor().json()).doesNotContain("jr_1");
    reading.passAt(now.plus(Duration.ofDays(2)));
    assertThat(reading.settled().values()).containsExactly(1);
  }

  @Test
  void aFailureThatIsRetriedDoesNotCountAndTheRecoveryIsMeasured() {
    fake.put(Things.HERE, Shelf.JOB, Things.job("nightly"));
    over("jr_1", "FAILED", 10);
    over("jr_2", "TIMEOUT", 9).put("PreviousRunId", "jr_1").put("Attempt", 1);
    over("jr_3", "FAILED", 6);
    over("jr_4", "SUCCEEDED", 4);
    over("jr_5", "STOPPED", 3);
    reading.passAt(now);
    assertThat(outcome("jr_1")).isEqualTo("retried");
    assertThat(outcome("jr_2")).isEqualTo("failed");
    assertThat(outcome("jr_5")).isEqualTo("cancelled");
    assertThat(reading.record("eu-central-1/nightly/jr_4").number("recovered_after_seconds"))
        .isEqualTo(6 * 3600.0);
    assertThat(reading.events(MetricNames.RECOVERY)).hasSize(1);
    assertThat(reading.events(MetricNames.RUN)).hasSize(5);
  }

  @Test
  void aRegionThatRefusesItselfLosesNothing() {
    fake.put(Things.THERE, Shelf.JOB, Things.job("other"));
    succeeded("other", 50, Things.THERE);
    fake.deny("glue:GetJobs", Things.THERE);
    reading.passAt(now);
    assertThat(reading.pages().get(0).completeThrough()).isNull();
    fake.mend();
    reading.passAt(now.plus(Duration.ofDays(1)));
    assertThat(reading.settled()).hasSize(1);
  }

  private String outcome(String run) {
    return reading.record("eu-central-1/nightly/" + run).text("outcome");
  }

  private ObjectNode over(String id, String state, int hoursAgo) {
    Instant end = now.minus(Duration.ofHours(hoursAgo));
    ObjectNode run = Things.run("nightly", id, state, end.minus(Duration.ofMinutes(10)));
    fake.put(Things.HERE, Shelf.RUN, Things.ended(run, end));
    return run;
  }

  private void succeeded(String job, int hoursAgo, String region) {
    Instant start = now.minus(Duration.ofHours(hoursAgo));
    ObjectNode run = Things.run(job, "jr_" + hoursAgo, "SUCCEEDED", start);
    fake.put(region, Shelf.RUN, Things.ended(run, start.plus(Duration.ofMinutes(5))));
  }
}
