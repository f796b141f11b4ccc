// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.spi.Description;
import dev.tidemark.spi.StreamDescription;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The README and the policy say what the declarations say; where they do not, the failure shows
 * what they should.
 */
class ReadmeTest {
  private static final Description DESCRIPTION = new AwsType().description();

  @Test
  void listsTheOptions() throws IOException {
    assertThat(section("options")).isEqualTo(DESCRIPTION.options().markdownTable());
  }

  @Test
  void listsTheStreams() throws IOException {
    String rows = DESCRIPTION.streams().stream().map(ReadmeTest::row).collect(Collectors.joining());
    assertThat(section("streams"))
        .isEqualTo(
            "| Stream | What | Kind | Cursor | Interval | Latency | Metrics |\n"
                + "|---|---|---|---|---|---|---|\n"
                + rows);
  }

  @Test
  void thePolicyAllowsWhatIsAskedForAndNothingElse() throws IOException {
    Set<String> asked =
        Arrays.stream(Action.values())
            .map(Action::permission)
            .filter(it -> !it.startsWith("sts:"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(allowed()).isEqualTo(asked);
  }

  private static Set<String> allowed() throws IOException {
    try (InputStream policy = AwsType.class.getResourceAsStream("policy.json")) {
      String text =
          new String(Objects.requireNonNull(policy).readAllBytes(), StandardCharsets.UTF_8);
      return Pattern.compile("\"([a-z0-9-]+:[A-Z]\\w+)\"")
          .matcher(text)
          .results()
          .map((MatchResult it) -> it.group(1))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static String row(StreamDescription stream) {
    String metrics =
        stream.metrics().stream()
            .map(metric -> "`" + metric.replace("tidemark.", "") + "`")
            .collect(Collectors.joining(", "));
    String kind = stream.kind().name().toLowerCase(Locale.ROOT);
    return "| `%s` | %s | %s | %s | %s | %s | %s |%n"
        .formatted(
            stream.name(),
            stream.title(),
            kind,
            AwsStreams.ALL.require(stream.name()).cursor(),
            minutes(stream.interval()),
            minutes(stream.latency()),
            metrics);
  }

  private static String minutes(Duration duration) {
    return duration.toMinutes() + " min";
  }

  private static String section(String name) throws IOException {
    String text = Files.readString(Path.of("README.md"));
    String start = "<!-- " + name + ": generated -->\n";
    int from = text.indexOf(start) + start.length();
    return text.substring(from, text.indexOf("<!-- end -->", from));
  }
}
