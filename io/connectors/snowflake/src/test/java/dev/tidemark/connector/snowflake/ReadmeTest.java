// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.spi.Description;
import dev.tidemark.spi.StreamDescription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The README says what the declarations say; where it does not, the failure shows what it should.
 */
class ReadmeTest {
  private static final Description DESCRIPTION = new SnowflakeType().description();

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
  void documentsEveryFieldOfEveryStream() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("API.md"));
    for (SourceStream stream : Streams.ALL) {
      String start = "| `" + stream.description().name() + "` | ";
      String row = lines.stream().filter(line -> line.startsWith(start)).findFirst().orElse("");
      for (Column column : stream.columns()) {
        assertThat(row).as(stream.description().name()).contains(column.name() + " ");
      }
    }
  }

  private static String row(StreamDescription stream) {
    String metrics =
        stream.metrics().stream()
            .map(metric -> "`" + metric.replace("tidemark.", "") + "`")
            .collect(Collectors.joining(", "));
    return "| `%s` | %s | %s | %s | %d min | %d min | %s |%n"
        .formatted(
            stream.name(),
            stream.title(),
            stream.kind().name().toLowerCase(Locale.ROOT),
            Streams.require(stream.name()).cursor(),
            stream.interval().toMinutes(),
            stream.latency().toMinutes(),
            metrics);
  }

  private static String section(String name) throws IOException {
    String text = Files.readString(Path.of("README.md"));
    String start = "<!-- " + name + ": generated -->\n";
    int from = text.indexOf(start) + start.length();
    return text.substring(from, text.indexOf("<!-- end -->", from));
  }
}
