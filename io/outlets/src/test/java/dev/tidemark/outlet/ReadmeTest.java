// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.outlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The README tells of every type and event, and its tables of options are the declared ones. */
class ReadmeTest {
  @Test
  void tellsOfEverything() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    for (OutletType type : OutletTypes.all()) {
      assertThat(readme)
          .contains(
              "<!-- options: "
                  + type.name()
                  + " -->\n\n"
                  + type.options().markdownTable().strip()
                  + "\n\n<!-- /options -->");
    }
    for (EventType event : EventType.values()) {
      assertThat(readme).contains("`" + event.fullName() + "`");
    }
  }
}
