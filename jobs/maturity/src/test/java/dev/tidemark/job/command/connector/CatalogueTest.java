// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.spi.ConnectorType;
import dev.tidemark.testkit.document.ConnectorCatalogue;
import dev.tidemark.testkit.document.Generated;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The catalogue of connectors lists those that come with Tidemark, as they describe themselves. */
class CatalogueTest {
  /** Comes with the tests only. */
  private static final String SCRIPTED = "example";

  @Test
  void listsEveryConnectorItsStreamsAndMetrics() throws IOException {
    String readme = Files.readString(Path.of("../../io/connectors/README.md"));
    assertThat(Generated.part(readme, "catalogue"))
        .isEqualTo(
            ConnectorCatalogue.of(
                ConnectorTypes.all().stream()
                    .map(ConnectorType::description)
                    .filter(it -> !it.type().equals(SCRIPTED))
                    .toList()));
  }
}
