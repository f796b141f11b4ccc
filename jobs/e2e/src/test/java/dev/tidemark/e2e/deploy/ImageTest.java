// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ImageTest {
  private static final String INSTRUCTION = "(FROM|WORKDIR|COPY|RUN|USER|ENTRYPOINT|CMD|ENV) .+";
  private final List<String> instructions = instructions();
  private final String root = DeployFolder.read(DeployFolder.SOURCES.resolve("pom.xml"));

  private static List<String> instructions() {
    String joined = DeployFolder.text("docker/Dockerfile").replaceAll("\\\\\n", " ");
    return joined.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
  }

  @Test
  void everyLineIsAnInstruction() {
    assertThat(instructions).isNotEmpty().allMatch(line -> line.matches(INSTRUCTION));
  }

  @Test
  void isBuiltFromWhatIsThereAndFromEveryModule() {
    List<String> copied = new ArrayList<>();
    for (String line : starting("COPY ")) {
      if (!line.contains("--from=")) {
        List<String> words =
            Stream.of(line.split(" ")).filter(word -> !word.startsWith("--")).toList();
        copied.addAll(words.subList(1, words.size() - 1));
      }
    }
    assertThat(copied).allMatch(source -> Files.exists(DeployFolder.SOURCES.resolve(source)));
    assertThat(copied).containsAll(found("<module>(\\w+)</module>", root)).contains(".mvn");
  }

  @Test
  void takesWhatTheBuildLeavesWhereItLeavesIt() {
    assertThat(starting("COPY --from=build").stream().map(it -> it.replaceAll("--\\S+ ", "")))
        .containsExactly(
            "COPY /build/jobs/maturity/target/tidemark.jar /opt/flink/lib/tidemark.jar",
            "COPY /build/jobs/maturity/target/lib /opt/tidemark/lib");
    assertThat(DeployFolder.read(DeployFolder.SOURCES.resolve("jobs/maturity/pom.xml")))
        .contains("<outputFile>${project.build.directory}/tidemark.jar</outputFile>")
        .contains("<outputDirectory>${project.build.directory}/lib</outputDirectory>");
    assertThat(DeployFolder.text("docker/tidemark"))
        .contains("/opt/flink/lib/tidemark.jar:/opt/tidemark/lib/*");
  }

  @Test
  void runsTheFlinkWeBuildAgainstAsNobody() {
    String version = found("<flink.version>([^<]+)<", root).get(0);
    List<String> images = starting("FROM ");
    assertThat(images.get(images.size() - 1))
        .isEqualTo("FROM flink:" + version + "-scala_2.12-java17");
    assertThat(starting("USER ")).containsExactly("USER 9999:9999");
    List<String> steps = starting("RUN ");
    assertThat(instructions.indexOf("USER 9999:9999"))
        .isGreaterThan(instructions.indexOf(steps.get(steps.size() - 1)));
  }

  /** The command in the image reaches into the JDK as the launcher does. */
  @Test
  void startsTheCommandAsTheLauncherDoes() {
    List<String> launcher = packages(DeployFolder.read(DeployFolder.SOURCES.resolve("tidemark")));
    assertThat(packages(DeployFolder.text("docker/tidemark"))).isNotEmpty().isEqualTo(launcher);
    assertThat(launcher)
        .allMatch(
            it ->
                DeployFolder.text("kubernetes/flink.yaml")
                    .contains("--add-opens=java.base/" + it + "=ALL-UNNAMED"));
    assertThat(DeployFolder.DEPLOY.resolve("docker/tidemark")).isExecutable();
  }

  private static List<String> packages(String script) {
    return found("for package in ([^;]+);", script).stream()
        .flatMap(it -> Stream.of(it.replace("\\\n", " ").trim().split("\\s+")))
        .toList();
  }

  private static List<String> found(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(it -> it.group(1)).toList();
  }

  private List<String> starting(String start) {
    return instructions.stream().filter(line -> line.startsWith(start)).toList();
  }
}
