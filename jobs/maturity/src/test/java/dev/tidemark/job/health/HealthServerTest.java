// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.job.health.Vitals.ConnectorFigure;
import dev.tidemark.job.health.Vitals.CostFigure;
import dev.tidemark.job.health.Vitals.EngineFigure;
import dev.tidemark.job.health.Vitals.ScoreFigure;
import dev.tidemark.job.health.Vitals.TotalFigure;
import dev.tidemark.job.local.JobState;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class HealthServerTest {
  private static Vitals vitals(JobState state) {
    return new Vitals(
        new EngineFigure(state, 3, Duration.ofMillis(8_500)),
        new TotalFigure(17, 1234, 2),
        Map.of("in sync", 5L, "failing", 1L),
        List.of(
            new ConnectorFigure("own", Duration.ofSeconds(42), Duration.ofSeconds(-5), 1, 2, 3),
            new ConnectorFigure("new", null, null, 0, 1, 0)),
        List.of(new ScoreFigure("Acme \"Ltd\"", "core@1", "overall", .48, .46, .54, .93)),
        List.of(
            new CostFigure("own", "dbu", 12.5, 2, 20),
            new CostFigure("own", "credits", 3, 1, Double.NaN)));
  }

  private static HttpResponse<String> get(HealthServer server, String path)
      throws IOException, InterruptedException {
    return get(server, path, "*/*");
  }

  private static HttpResponse<String> get(HealthServer server, String path, String accepted)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(uri).header("Accept", accepted).build(),
            BodyHandlers.ofString());
  }

  @Test
  void tellsLivingFromReady() throws Exception {
    try (HealthServer server = HealthServer.start(0, () -> vitals(JobState.RESTARTING))) {
      assertThat(get(server, "/health/live").statusCode()).isEqualTo(200);
      HttpResponse<String> ready = get(server, "/health/ready");
      assertThat(ready.statusCode()).isEqualTo(503);
      assertThat(ready.body()).contains("restarting");
    }
  }

  @Test
  void isReadyWhileTheJobRuns() throws Exception {
    try (HealthServer server = HealthServer.start(0, () -> vitals(JobState.RUNNING))) {
      assertThat(get(server, "/health/ready").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void isNotReadyWithoutItsDatabase() throws Exception {
    Supplier<Vitals> away =
        () -> {
          throw new IllegalStateException("database away");
        };
    try (HealthServer server = HealthServer.start(0, away)) {
      assertThat(get(server, "/health/live").statusCode()).isEqualTo(200);
      assertThat(get(server, "/health/ready").statusCode()).isEqualTo(503);
    }
  }

  @Test
  void speaksOpenMetrics() throws Exception {
    try (HealthServer server = HealthServer.start(0, () -> vitals(JobState.RUNNING))) {
      HttpResponse<String> metrics = get(server, "/metrics");
      assertThat(metrics.headers().firstValue("content-type").orElseThrow())
          .startsWith("application/openmetrics-text");
      assertThat(metrics.body())
          .contains("tidemark_job{tidemark_job=\"running\"} 1")
          .contains("tidemark_streams{state=\"failing\"} 1.0")
          .contains("tidemark_connector_lag_seconds{connector=\"own\"} 42.0")
          .contains("tidemark_connector_overdue_seconds{connector=\"own\"} 0.0")
          .doesNotContain("seconds{connector=\"new\"}")
          .contains("tidemark_connector_failing_streams{connector=\"own\"} 1.0")
          .contains("tidemark_connector_incomplete_streams{connector=\"new\"} 1.0")
          .contains("tidemark_rejected_records{connector=\"own\"} 3.0")
          .contains("tidemark_checkpoint_age_seconds 8.5")
          .contains("tidemark_job_restarts_total 3.0")
          .contains("tidemark_pages_committed_total 17.0")
          .contains("tidemark_commits_refused_total 2.0")
          .contains("tidemark_connector_cost_total{connector=\"own\",unit=\"dbu\"} 12.5")
          .contains("tidemark_connector_cost_today{connector=\"own\",unit=\"dbu\"} 2.0")
          .contains("tidemark_connector_cost_budget{connector=\"own\",unit=\"dbu\"} 20.0")
          .doesNotContain("tidemark_connector_cost_budget{connector=\"own\",unit=\"credits\"}")
          .contains("organisation=\"Acme \\\"Ltd\\\"\"} 0.48")
          .contains("jvm_memory_used_bytes")
          .endsWith("# EOF\n");
    }
  }

  @Test
  void speaksPlainTextWhereThatIsAllThatIsAskedFor() throws Exception {
    try (HealthServer server = HealthServer.start(0, () -> vitals(JobState.RUNNING))) {
      HttpResponse<String> plain = get(server, "/metrics", "text/plain;version=0.0.4");
      assertThat(plain.headers().firstValue("content-type").orElseThrow()).startsWith("text/plain");
      assertThat(plain.body()).contains("composite=\"overall\"").doesNotContain("# EOF");
      HttpResponse<String> both =
          get(server, "/metrics", "application/openmetrics-text;version=1.0.0,text/plain;q=0.5");
      assertThat(both.body()).endsWith("# EOF\n");
    }
  }

  /** A scraper takes a counter that falls for a restart, and would count everything again. */
  @Test
  void countersDoNotFallWhereOldPartsAreForgotten() {
    Rising counter = new Rising();
    assertThat(List.of(counter.at(10), counter.at(12), counter.at(5), counter.at(6)))
        .containsExactly(10.0, 12.0, 12.0, 13.0);
  }

  @Test
  void namesAPortThatIsTaken() {
    try (HealthServer server = HealthServer.start(0, () -> vitals(JobState.RUNNING))) {
      int port = server.port();
      assertThatThrownBy(() -> HealthServer.start(port, () -> vitals(JobState.RUNNING)))
          .hasMessageContaining("Port " + port + " is in use");
    }
  }
}
