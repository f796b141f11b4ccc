// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.job.MaturityJob;
import dev.tidemark.job.MaturityOptions;
import dev.tidemark.job.command.Tidemark;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What containers are started with, and what the documents tell people to type, is understood. */
final class ArgumentsTest {
  private static final Pattern FENCED = Pattern.compile("(?s)```sh\n(.*?)```");
  private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

  @Test
  void theJobTakesWhatKubernetesGivesIt() {
    JsonNode job = DeployFolder.document("kubernetes/flink.yaml").at("/spec/job");
    assertThat(options(DeployFolder.texts(job.path("args"))).getKey())
        .isEqualTo("file:/etc/tidemark/key");
    assertThat(job.path("entryClass").asText()).isEqualTo(MaturityJob.class.getName());
  }

  @Test
  void theJobTakesWhatComposeGivesIt() {
    List<String> command = command("submit");
    int jar = command.indexOf("/opt/flink/lib/tidemark.jar");
    assertThat(command.subList(0, jar)).startsWith("flink", "run");
    MaturityOptions options = options(command.subList(jar + 1, command.size()));
    assertThat(options.getDatabase()).startsWith("postgresql://tidemark@postgres:");
    assertThat(options.getTasks()).isEqualTo(2);
  }

  @Test
  void aMisspeltOptionIsSeen() {
    assertThatThrownBy(() -> options(List.of("--database=postgresql://a", "--pasword=env:B")))
        .hasMessageContaining("pasword");
    assertThatThrownBy(() -> parse(List.of("metrics", "--flnik=a:1")))
        .hasMessageContaining("flnik");
  }

  @Test
  void theCommandTakesWhatContainersGiveIt() {
    List<String> command = command("metrics");
    assertThat(command).startsWith("tidemark");
    parse(command.subList(1, command.size()));
    JsonNode container =
        DeployFolder.document("kubernetes/metrics.yaml").at("/spec/template/spec/containers/0");
    assertThat(container.path("command").path(0).asText()).isEqualTo("tidemark");
    parse(DeployFolder.texts(container.path("args")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "OPERATIONS.md"})
  void theCommandTakesWhatPeopleAreToldToType(String document) {
    List<List<String>> told = told(DeployFolder.text(document));
    assertThat(told).isNotEmpty();
    told.forEach(ArgumentsTest::parse);
  }

  private static List<String> command(String service) {
    return DeployFolder.texts(
        DeployFolder.document("compose/compose.yaml").at("/services/" + service + "/command"));
  }

  private static MaturityOptions options(List<String> arguments) {
    return MaturityJob.options(arguments.toArray(String[]::new));
  }

  private static void parse(List<String> arguments) {
    try {
      new CommandLine(new Tidemark()).parseArgs(arguments.toArray(String[]::new));
    } catch (CommandLine.ParameterException wrong) {
      throw new AssertionError(
          "tidemark " + String.join(" ", arguments) + ": " + wrong.getMessage(), wrong);
    }
  }

  /** The arguments of each tidemark command in the shell examples of a document. */
  private static List<List<String>> told(String document) {
    return FENCED
        .matcher(document)
        .results()
        .flatMap(block -> block.group(1).replace("\\\n", " ").lines())
        .map(line -> line.replaceAll("\\s# .*", "").strip())
        .filter(line -> line.matches("(\\./)?tidemark .*"))
        .map(line -> words(line.substring(line.indexOf(' ') + 1)))
        .toList();
  }

  private static List<String> words(String line) {
    return WORD.matcher(line).results().map(ArgumentsTest::word).toList();
  }

  private static String word(MatchResult match) {
    return match.group(3) != null ? match.group(3) : match.group().replaceAll("^.|.$", "");
  }
}
