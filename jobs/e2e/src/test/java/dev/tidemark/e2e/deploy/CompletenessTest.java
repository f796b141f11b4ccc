// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** A file nobody looks at rots: whoever adds one names its test here. */
final class CompletenessTest {
  private static final Set<String> LOOKED_AT =
      Set.of(
          // ArgumentsTest, KubernetesTest, MonitoringTest
          "README.md",
          "OPERATIONS.md",
          // ComposeTest
          "compose/compose.yaml",
          "grafana/provisioning/dashboards/tidemark.yaml",
          "grafana/provisioning/datasources/prometheus.yaml",
          "prometheus/prometheus.yaml",
          // ImageTest
          "docker/Dockerfile",
          "docker/tidemark",
          // MonitoringTest and, of what Flink tells, ClusterTest
          "grafana/dashboards/tidemark.json",
          "prometheus/alerts.yaml");

  /** Those for which there is only a tool of somebody else's, run by hand: the README says so. */
  private static final Set<String> BY_HAND =
      Set.of("docker/Dockerfile.dockerignore", "prometheus/alerts_test.yaml", "dataflow/README.md");

  @Test
  void everyFileIsLookedAt() {
    assertThat(DeployFolder.files())
        .filteredOn(file -> !file.startsWith("kubernetes/"))
        .allMatch(file -> LOOKED_AT.contains(file) || BY_HAND.contains(file))
        .containsAll(LOOKED_AT);
  }

  @Test
  void everyFileSaysWhoseItIs() {
    assertThat(DeployFolder.files())
        .filteredOn(file -> !file.endsWith(".json"))
        .allMatch(file -> DeployFolder.text(file).contains("SPDX-License-Identifier: Apache-2.0"));
  }

  @Test
  void whatIsLookedAtByHandIsSaid() {
    assertThat(BY_HAND).allMatch(file -> DeployFolder.text("README.md").contains(file));
  }
}
