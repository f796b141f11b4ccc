// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.testkit.ExampleConnectorType;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentsTest {
  private static final Headings TWO = new Headings(List.of("First", "Second"));

  @Test
  void sectionsMayHaveOthersBetweenThem() {
    assertThat(TWO.problems("# X\n\n## First\na\n\n## More\nb\n\n## Second\nc\n")).isEmpty();
  }

  @Test
  void sectionsThatAreMissingEmptyOrOutOfOrderAreNamed() {
    assertThat(TWO.problems("# X\n\n## First\na\n").toString()).contains("[First]");
    assertThat(TWO.problems("# X\n\n## Second\na\n\n## First\nb\n")).hasSize(1);
    assertThat(TWO.problems("# X\n\n## First\n\n## Second\nb\n"))
        .containsExactly("section First is empty; where it must be, write TBD: and why");
  }

  @Test
  void generatedPartsStandBetweenTheirLines() {
    String document = "a\n<!-- options: generated -->\nb\n<!-- end -->\nc\n";
    assertThat(Generated.part(document, "options")).isEqualTo("b\n");
    assertThatThrownBy(() -> Generated.part(document, "streams"))
        .hasMessageContaining("streams: generated");
  }

  @Test
  void lengthsOfTimeAreSaidAsPeopleDo() {
    assertThat(List.of(0, 60, 120, 90, 2700, 7200, 10_800))
        .extracting(seconds -> StreamTable.words(Duration.ofSeconds(seconds)))
        .containsExactly("0 s", "60 s", "2 min", "90 s", "45 min", "2 h", "3 h");
  }

  @Test
  void streamsAreListedWithTheirMetrics() {
    assertThat(StreamTable.of(new ExampleConnectorType().description(), stream -> "time"))
        .contains(
            "| `runs` | Scripted runs | upsert | time | 1 s | 10 min | `data.pipeline.run` |\n");
    assertThat(ConnectorCatalogue.of(List.of(new ExampleConnectorType().description())))
        .startsWith("### [Example](example/README.md)\n")
        .contains("| `events` | append | 0 s | `data.pipeline.run` |\n");
  }
}
