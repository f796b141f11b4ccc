// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.spi.Description;
import dev.tidemark.spi.StreamDescription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The README says what the declarations say; where it does not, the failure shows what it should.
 */
class ReadmeTest {
  private static final Description DESCRIPTION = new PostgresqlType().description();

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
  void documentsEveryFact() throws IOException {
    String text = Files.readString(Path.of("README.md"));
    assertThat(TableFacts.DETAILS).allMatch(fact -> text.contains("`" + fact + "`"));
    assertThat(List.of("owner.present", "described", "class", "shared", "derived", "read.day"))
        .allMatch(fact -> text.contains("`" + fact + "`"));
  }

  private static String row(StreamDescription stream) {
    String metrics =
        stream.metrics().stream()
            .map(metric -> "`" + metric.replace("tidemark.", "") + "`")
            .collect(Collectors.joining(", "));
    String kind = stream.kind().name().toLowerCase(java.util.Locale.ROOT);
    return "| `%s` | %s | %s | last key | %s | %s | %s |%n"
        .formatted(
            stream.name(),
            stream.title(),
            kind,
            seconds(stream.interval()),
            seconds(stream.latency()),
            metrics);
  }

  private static String seconds(Duration duration) {
    return duration.toSeconds() + " s";
  }

  private static String section(String name) throws IOException {
    String text = Files.readString(Path.of("README.md"));
    String start = "<!-- " + name + ": generated -->\n";
    int from = text.indexOf(start) + start.length();
    return text.substring(from, text.indexOf("<!-- end -->", from));
  }
}
