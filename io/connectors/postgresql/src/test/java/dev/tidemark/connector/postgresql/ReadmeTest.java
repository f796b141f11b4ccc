// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.spi.ConnectorType;
import dev.tidemark.testkit.junit.ConnectorDocuments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The documents say what the declarations say. */
class ReadmeTest extends ConnectorDocuments {
  @Override
  protected ConnectorType type() {
    return new PostgresqlType();
  }

  @Override
  protected String cursor(String stream) {
    return "last key";
  }

  @Test
  void documentsEveryFact() throws IOException {
    String text = Files.readString(Path.of("README.md"));
    assertThat(TableFacts.DETAILS).allMatch(fact -> text.contains("`" + fact + "`"));
    assertThat(List.of("owner.present", "described", "class", "shared", "derived", "read.day"))
        .allMatch(fact -> text.contains("`" + fact + "`"));
  }
}
