// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.job.health.HealthServer;
import dev.tidemark.job.health.Vitals;
import dev.tidemark.job.health.Vitals.ConnectorFigure;
import dev.tidemark.job.health.Vitals.CostFigure;
import dev.tidemark.job.health.Vitals.EngineFigure;
import dev.tidemark.job.health.Vitals.ScoreFigure;
import dev.tidemark.job.health.Vitals.TotalFigure;
import dev.tidemark.job.local.JobState;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Alerts and dashboard ask for what is really told; of Flink's own names ClusterTest knows. */
final class MonitoringTest {
  private static final Vitals EVERYTHING =
      new Vitals(
          new EngineFigure(JobState.RUNNING, 0, Duration.ofSeconds(1)),
          new TotalFigure(1, 1, 1),
          Map.of("in sync", 1L),
          List.of(new ConnectorFigure("a/b", Duration.ZERO, Duration.ZERO, 0, 0, 0)),
          List.of(new ScoreFigure("a", "core@1", "overall", .5, .4, .6, .7)),
          List.of(new CostFigure("a/b", "credits", 1, 1, 2)));

  /** A place on the dashboard. */
  private record Area(int left, int top, int width, int height) {
    static Area of(JsonNode panel) {
      JsonNode at = panel.path("gridPos");
      return new Area(
          at.path("x").asInt(), at.path("y").asInt(), at.path("w").asInt(), at.path("h").asInt());
    }

    boolean overlaps(Area other) {
      return left < other.left + other.width
          && other.left < left + width
          && top < other.top + other.height
          && other.top < top + height;
    }
  }

  @Test
  void everyFigureThatIsAskedForIsTold() throws Exception {
    Set<String> told = told();
    assertThat(told).contains("tidemark_job", "tidemark_score", "tidemark_commits_refused_total");
    assertThat(Asked.byAlerts()).isNotEmpty();
    assertThat(Asked.byDashboard()).isNotEmpty();
    for (Asked asked : Asked.all()) {
      assertThat(asked.names("tidemark_")).as(asked.where()).isSubsetOf(told);
    }
  }

  @Test
  void whatMustNotGoUnseenHasAnAlert() {
    Set<String> asked =
        Asked.byAlerts().stream()
            .flatMap(it -> it.names("tidemark_").stream())
            .collect(Collectors.toSet());
    assertThat(asked)
        .contains(
            "tidemark_connector_overdue_seconds",
            "tidemark_connector_incomplete_streams",
            "tidemark_connector_failing_streams",
            "tidemark_rejected_records",
            "tidemark_commits_refused_total",
            "tidemark_checkpoint_age_seconds");
  }

  @Test
  void everyAlertSaysHowBadItIsAndWhereToReadOn() {
    String guide = DeployFolder.text("OPERATIONS.md");
    for (JsonNode rule : Asked.rules()) {
      String name = rule.path("alert").asText();
      assertThat(rule.at("/labels/severity").asText()).as(name).isIn("critical", "warning", "info");
      assertThat(rule.at("/annotations/summary").asText()).as(name).isNotBlank();
      String anchor = rule.at("/annotations/runbook").asText();
      assertThat(anchor).as(name).startsWith("deploy/OPERATIONS.md#");
      assertThat(anchors(guide)).as(name).contains(anchor.substring(anchor.indexOf('#') + 1));
      assertThat(guide).as("the guide speaks of it").contains(name);
    }
  }

  @Test
  void theDashboardIsOneGrafanaCanShow() {
    JsonNode dashboard = DeployFolder.json("grafana/dashboards/tidemark.json");
    assertThat(dashboard.path("schemaVersion").asInt()).isGreaterThanOrEqualTo(39);
    assertThat(dashboard.path("uid").asText()).isEqualTo("tidemark");
    List<Integer> ids = new ArrayList<>();
    List<Area> areas = new ArrayList<>();
    for (JsonNode panel : dashboard.path("panels")) {
      ids.add(panel.path("id").asInt());
      Area area = Area.of(panel);
      assertThat(area.left + area.width).isLessThanOrEqualTo(24);
      assertThat(areas).noneMatch(area::overlaps);
      areas.add(area);
      assertThat(panel.at("/datasource/uid").asText()).isEqualTo("${source}");
      assertThat(panel.path("targets")).isNotEmpty();
    }
    assertThat(ids).isNotEmpty().doesNotHaveDuplicates();
  }

  private static List<String> anchors(String document) {
    return document
        .lines()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
        .map(line -> line.replaceAll("[^\\w\\- ]", "").replace(' ', '-'))
        .toList();
  }

  private static Set<String> told() throws Exception {
    try (HealthServer server = HealthServer.start(0, () -> EVERYTHING)) {
      URI uri = URI.create("http://127.0.0.1:" + server.port() + "/metrics");
      return Asked.told(
          HttpClient.newHttpClient()
              .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
              .body());
    }
  }
}
