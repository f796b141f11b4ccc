// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A judge who asks the accused finds nothing. */
final class IndependenceTest {
  private static final Path SOURCES = Path.of("src/test/java/dev/tidemark/e2e/oracle");

  @Test
  void theOracleSharesNothingWithWhatItJudges() throws IOException {
    List<String> imports = new ArrayList<>();
    try (Stream<Path> files = Files.list(SOURCES)) {
      for (Path file : files.toList()) {
        Files.readAllLines(file).stream()
            .filter(line -> line.startsWith("import ") && line.contains("dev.tidemark."))
            .forEach(imports::add);
      }
    }
    assertThat(imports).isNotEmpty().allMatch(it -> it.contains("dev.tidemark.e2e.world."));
  }
}
