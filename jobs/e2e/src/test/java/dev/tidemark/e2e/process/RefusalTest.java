// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.e2e.world.Ended;
import dev.tidemark.e2e.world.Installation;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a process prints when it refuses is its message and nothing else: what goes to the log does
 * not come to the terminal before the command has named a data folder, either.
 */
final class RefusalTest {
  @TempDir private Path folder;

  @Test
  void aFileThatIsNoYaml() {
    Ended ended = refused("connector", "add", written("organisation: [Acme\n"));
    assertThat(ended.err()).contains("shop.yaml has 1 problem").contains("not YAML");
  }

  @Test
  void aSettingThereIsNot() {
    Ended ended =
        refused(
            "connector",
            "add",
            written(
                """
                organisation: Acme
                type: postgresql
                name: shop
                settings: {host: h, prot: 1, user: u, database: d, password: canary-5309}
                """));
    assertThat(ended.err()).contains("did you mean port?").doesNotContain("canary-5309");
  }

  private String written(String yaml) {
    return new Installation(folder).written("shop", yaml).toString();
  }

  private Ended refused(String... arguments) {
    Ended ended = new Installation(folder).run(arguments);
    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).startsWith("tidemark: ");
    assertThat(ended.showsTrace()).as(ended.err()).isFalse();
    return ended;
  }
}
