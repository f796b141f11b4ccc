// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ComposeTest {
  private static final Path FOLDER = DeployFolder.DEPLOY.resolve("compose");
  private final JsonNode compose = DeployFolder.document("compose/compose.yaml");
  private final JsonNode services = compose.path("services");

  @Test
  void isWhatTheComposeSpecificationAllows() {
    assertThat(VendorSchema.compose().problems(compose)).isEmpty();
    ObjectNode broken = compose.deepCopy();
    broken.withObject("/services/postgres").put("enviroment", "x");
    assertThat(VendorSchema.compose().problems(broken)).as("a misspelt field").isNotEmpty();
  }

  @Test
  void mountsWhatIsThere() {
    for (JsonNode service : services) {
      for (String volume : DeployFolder.texts(service.path("volumes"))) {
        String source = volume.substring(0, volume.indexOf(':'));
        if (source.startsWith(".")) {
          assertThat(FOLDER.resolve(source)).exists();
        } else {
          assertThat(compose.path("volumes").has(source)).as(source).isTrue();
        }
      }
    }
  }

  @Test
  void buildsTheImageFromTheSources() {
    for (JsonNode service : services) {
      if (service.has("build")) {
        Path context = FOLDER.resolve(service.at("/build/context").asText()).normalize();
        assertThat(context).isEqualTo(DeployFolder.SOURCES);
        assertThat(context.resolve(service.at("/build/dockerfile").asText())).exists();
      }
    }
  }

  @Test
  void nothingIsReachedFromElsewhereAndNoImageIsWhateverIsNewest() {
    List<String> ports = new ArrayList<>();
    for (JsonNode service : services) {
      ports.addAll(DeployFolder.texts(service.path("ports")));
      assertThat(service.path("image").asText()).matches("[a-z/]+:v?\\d[\\w.-]*");
      assertThat(service.path("privileged").asBoolean()).isFalse();
    }
    assertThat(ports).isNotEmpty().allMatch(port -> port.startsWith("127.0.0.1:"));
  }

  /** A secret is a file in a container, or part of an address taken from the environment. */
  @Test
  void holdsNoSecret() {
    for (JsonNode secret : compose.path("secrets")) {
      assertThat(secret.fieldNames()).toIterable().containsExactly("environment");
    }
    assertThat(DeployFolder.text("compose/compose.yaml"))
        .doesNotContainPattern("(?i)password(__file|_file)?: (?!/run/secrets/)[^\\s{]")
        .contains("postgresql://tidemark:${TIDEMARK_PASSWORD:?");
    for (JsonNode service : services) {
      assertThat(DeployFolder.texts(service.path("secrets")))
          .allMatch(secret -> compose.path("secrets").has(secret));
    }
  }

  @Test
  void prometheusLooksWhereSomethingListensAndReadsWhatIsMounted() {
    JsonNode prometheus = DeployFolder.document("prometheus/prometheus.yaml");
    List<String> mounted = DeployFolder.texts(services.at("/prometheus/volumes"));
    for (String rules : DeployFolder.texts(prometheus.path("rule_files"))) {
      assertThat(mounted).anyMatch(it -> it.contains(":/etc/prometheus/" + rules + ":"));
    }
    assertThat(targets(prometheus))
        .containsExactlyInAnyOrder("metrics:9464", "jobmanager:9249", "taskmanager:9249");
    assertThat(services.at("/jobmanager/environment/FLINK_PROPERTIES").asText())
        .contains("metrics.reporter.prom.port: 9249");
    assertThat(DeployFolder.texts(services.at("/metrics/command"))).contains("--port=9464");
  }

  private static List<String> targets(JsonNode prometheus) {
    List<String> targets = new ArrayList<>();
    for (JsonNode scraped : prometheus.path("scrape_configs")) {
      scraped
          .path("static_configs")
          .forEach(it -> targets.addAll(DeployFolder.texts(it.path("targets"))));
      scraped
          .path("dns_sd_configs")
          .forEach(it -> targets.add(it.at("/names/0").asText() + ":" + it.path("port").asText()));
    }
    return targets;
  }

  @Test
  void grafanaFindsItsSourceAndDashboards() {
    JsonNode source = DeployFolder.document("grafana/provisioning/datasources/prometheus.yaml");
    assertThat(source.at("/datasources/0/url").asText()).isEqualTo("http://prometheus:9090");
    String folder =
        DeployFolder.document("grafana/provisioning/dashboards/tidemark.yaml")
            .at("/providers/0/options/path")
            .asText();
    assertThat(DeployFolder.texts(services.at("/grafana/volumes")))
        .contains("../grafana/dashboards:" + folder + ":ro");
  }
}
