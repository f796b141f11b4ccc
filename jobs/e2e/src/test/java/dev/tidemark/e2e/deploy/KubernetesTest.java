// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class KubernetesTest {
  private static final String FOLDER = "kubernetes/";
  private static final Set<String> WITHOUT_SPEC = Set.of("ServiceAccount", "Role", "RoleBinding");
  private static final Pattern FAILURES =
      Pattern.compile("(heartbeat|cluster[.]registration|pekko|restart-strategy)[.].*");

  private final List<JsonNode> objects = objects();
  private final JsonNode flink = the("FlinkDeployment", "tidemark");
  private final JsonNode metrics = the("Deployment", "tidemark-metrics");

  private static List<JsonNode> objects() {
    List<JsonNode> objects = new ArrayList<>();
    listed().forEach(it -> objects.addAll(DeployFolder.documents(FOLDER + it)));
    return objects;
  }

  private static List<String> listed() {
    return DeployFolder.texts(
        DeployFolder.document(FOLDER + "kustomization.yaml").path("resources"));
  }

  @Test
  void everyFileIsApplied() {
    Set<String> files = new TreeSet<>(listed());
    files.add("kustomization.yaml");
    assertThat(DeployFolder.files().stream().filter(it -> it.startsWith(FOLDER)))
        .containsExactlyElementsOf(files.stream().map(FOLDER::concat).toList());
  }

  @Test
  void everyObjectIsWhatItsOwnerAllows() {
    for (JsonNode object : objects) {
      assertThat(schema(object).problems(object)).as(name(object)).isEmpty();
    }
  }

  @Test
  void misspeltFieldsAreSeen() {
    for (JsonNode object : objects) {
      ObjectNode broken = object.deepCopy();
      (WITHOUT_SPEC.contains(kind(object)) ? broken : broken.withObject("/spec")).put("speling", 1);
      assertThat(schema(object).problems(broken)).as(name(object)).isNotEmpty();
    }
  }

  @Test
  void secretsAreReferencesToTheOneSecret() {
    assertThat(objects).noneMatch(it -> kind(it).equals("Secret"));
    Set<String> names = new TreeSet<>();
    Set<String> keys = new TreeSet<>();
    for (JsonNode object : objects) {
      for (JsonNode volume : object.findValues("secret")) {
        names.add(volume.path("secretName").asText());
        keys.addAll(volume.findValuesAsText("key"));
      }
      for (JsonNode reference : object.findValues("secretKeyRef")) {
        names.add(reference.path("name").asText());
        keys.add(reference.path("key").asText());
      }
    }
    assertThat(names).containsExactly("tidemark");
    assertThat(keys).containsExactly("database-url", "key", "password");
    assertThat(keys)
        .allMatch(it -> DeployFolder.text("README.md").contains("--from-literal=" + it + "="));
  }

  @Test
  void everyPodIsNobody() {
    for (JsonNode pod :
        List.of(flink.at("/spec/podTemplate/spec"), metrics.at("/spec/template/spec"))) {
      assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
      assertThat(pod.at("/securityContext/runAsUser").asInt()).isEqualTo(9999);
      JsonNode container = pod.at("/containers/0/securityContext");
      assertThat(container.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
      assertThat(container.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
    }
  }

  @Test
  void everyPodIsProbed() {
    for (JsonNode container :
        List.of(
            flink.at("/spec/jobManager/podTemplate/spec/containers/0"),
            flink.at("/spec/taskManager/podTemplate/spec/containers/0"),
            metrics.at("/spec/template/spec/containers/0"))) {
      assertThat(container.path("name").asText()).isIn("flink-main-container", "metrics");
      assertThat(container.has("livenessProbe")).isTrue();
      assertThat(container.has("startupProbe")).isTrue();
    }
  }

  /** What the job keeps for itself outlives its pods, and a JobManager that fails is replaced. */
  @Test
  void stateIsOnTheSharedVolume() {
    JsonNode settings = flink.at("/spec/flinkConfiguration");
    JsonNode pod = flink.at("/spec/podTemplate/spec");
    assertThat(settings.path("high-availability.type").asText()).isEqualTo("kubernetes");
    String mount = pod.at("/containers/0/volumeMounts/1/mountPath").asText();
    for (String place : List.of("state.checkpoints.dir", "high-availability.storageDir")) {
      assertThat(settings.path(place).asText()).startsWith("file://" + mount + "/");
    }
    String claim = pod.at("/volumes/1/persistentVolumeClaim/claimName").asText();
    assertThat(the("PersistentVolumeClaim", claim).at("/spec/accessModes/0").asText())
        .isEqualTo("ReadWriteMany");
  }

  /** How soon a lost process is seen, and what follows, is the same on both. */
  @Test
  void failuresAreMetAsOnCompose() {
    String compose =
        DeployFolder.document("compose/compose.yaml")
            .at("/services/jobmanager/environment/FLINK_PROPERTIES")
            .asText();
    List<String> met = new ArrayList<>();
    flink
        .at("/spec/flinkConfiguration")
        .properties()
        .forEach(setting -> met.add(setting.getKey() + ": " + setting.getValue().asText()));
    met.removeIf(it -> !FAILURES.matcher(it).matches());
    assertThat(met).hasSize(8).allMatch(compose.lines().toList()::contains);
  }

  /** A policy that lists neither direction, or selects nobody, would let everything pass. */
  @Test
  void everyPodHasAPolicyForBothDirections() {
    List<String> selected = new ArrayList<>();
    for (JsonNode object : objects) {
      if (kind(object).equals("NetworkPolicy")) {
        assertThat(DeployFolder.texts(object.at("/spec/policyTypes")))
            .containsExactly("Ingress", "Egress");
        selected.add(object.at("/spec/podSelector/matchLabels/app").asText());
      }
    }
    assertThat(selected)
        .containsExactlyInAnyOrder(
            name(flink), metrics.at("/spec/template/metadata/labels/app").asText());
    assertThat(the("NetworkPolicy", "tidemark-flink").findValues("except").get(0).toString())
        .as("the metadata service hands out the node's credentials")
        .contains("169.254.0.0/16");
  }

  @Test
  void accountsAndServicesThatAreNamedAreThere() {
    String account = flink.at("/spec/serviceAccount").asText();
    assertThat(name(the("ServiceAccount", account))).isEqualTo(account);
    assertThat(the("RoleBinding", account).at("/subjects/0/name").asText()).isEqualTo(account);
    assertThat(the("Role", account).path("rules").toString()).doesNotContain("secrets");
    assertThat(DeployFolder.texts(metrics.at("/spec/template/spec/containers/0/args")))
        .contains("--flink=" + name(flink) + "-rest:8081");
  }

  private static VendorSchema schema(JsonNode object) {
    return kind(object).equals("FlinkDeployment")
        ? VendorSchema.flinkDeployment()
        : VendorSchema.kubernetes(object.path("apiVersion").asText(), kind(object));
  }

  private JsonNode the(String kind, String name) {
    return objects.stream()
        .filter(it -> kind(it).equals(kind) && name(it).equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("there is no " + kind + " " + name));
  }

  private static String kind(JsonNode object) {
    return object.path("kind").asText();
  }

  private static String name(JsonNode object) {
    return object.at("/metadata/name").asText();
  }
}
