// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.junit;

import dev.tidemark.spi.ConnectorType;
import dev.tidemark.testkit.document.Generated;
import dev.tidemark.testkit.document.Headings;
import dev.tidemark.testkit.document.StreamTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/**
 * Holds a connector's README.md and API.md to the declarations and to the sections they need:
 * extend it in the connector's tests. Where a table has drifted, the failure shows what it should
 * be. Documents are read from the folder of the module under test.
 */
public abstract class ConnectorDocuments {
  /** The connector's type. */
  protected abstract ConnectorType type();

  /** What a stream's cursor is, in a word or two, such as {@code last key}. */
  protected abstract String cursor(String stream);

  @Test
  void readmeListsTheOptions() throws IOException {
    Assertions.assertEquals(
        type().description().options().markdownTable(), Generated.part(readme(), "options"));
  }

  @Test
  void readmeListsTheStreams() throws IOException {
    Assertions.assertEquals(
        StreamTable.of(type().description(), this::cursor), Generated.part(readme(), "streams"));
  }

  @Test
  void readmeHasItsSections() throws IOException {
    Assertions.assertEquals(List.of(), Headings.README.problems(readme()));
  }

  @Test
  void apiNotesHaveTheirSections() throws IOException {
    Assertions.assertEquals(List.of(), Headings.API.problems(Files.readString(Path.of("API.md"))));
  }

  private static String readme() throws IOException {
    return Files.readString(Path.of("README.md"));
  }
}
