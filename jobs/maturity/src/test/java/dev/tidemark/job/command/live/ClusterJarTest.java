// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClusterJarTest {
  @TempDir private Path folder;

  @Test
  void isNowhereWhereNothingWasSaid() throws IOException {
    assertThat(ClusterJar.of(null, file("own.jar", "build 1"))).isEmpty();
  }

  @Test
  void isWhereItWasSaidWhetherOrNotItIsHereToo() throws IOException {
    Path own = file("own.jar", "build 1");
    Path there = folder.resolve("only there.jar").toAbsolutePath();
    assertThat(ClusterJar.of(there, own)).contains(there);
    Path here = file("copy.jar", "build 1");
    assertThat(ClusterJar.of(here, own)).contains(here);
  }

  @Test
  void ofAnotherBuildIsRefused() throws IOException {
    Path own = file("own.jar", "build 2");
    Path old = file("old.jar", "build 1");
    assertThatThrownBy(() -> ClusterJar.of(old, own))
        .hasMessageContaining("--cluster-jar: " + old + " is of another build")
        .hasMessageContaining("leave the option out");
  }

  @Test
  void isNamedFromTheRoot() throws IOException {
    Path own = file("own.jar", "build 1");
    assertThatThrownBy(() -> ClusterJar.of(Path.of("tidemark.jar"), own))
        .hasMessageContaining("name it from the root");
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toAbsolutePath();
  }
}
