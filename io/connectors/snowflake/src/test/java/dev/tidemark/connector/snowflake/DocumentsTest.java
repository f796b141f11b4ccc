// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.authoring.Column;
import dev.tidemark.spi.ConnectorType;
import dev.tidemark.testkit.junit.ConnectorDocuments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentsTest extends ConnectorDocuments {
  @Override
  protected ConnectorType type() {
    return new SnowflakeType();
  }

  @Override
  protected String cursor(String stream) {
    return SnowflakeStreams.KNOWN.require(stream).cursor();
  }

  @Test
  void apiNotesListEveryFieldOfEveryStream() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("API.md"));
    for (ViewStream stream : SnowflakeStreams.ALL) {
      String start = "| `" + stream.description().name() + "` | ";
      String row = lines.stream().filter(line -> line.startsWith(start)).findFirst().orElse("");
      for (Column column : stream.columns()) {
        assertThat(row).as(stream.description().name()).contains(column.name() + " ");
      }
    }
  }
}
