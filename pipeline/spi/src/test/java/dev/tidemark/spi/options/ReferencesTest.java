// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferencesTest {
  @TempDir Path folder;

  private final References references = References.into(Map.of("KEY", "canary", "EMPTY", ""));

  @Test
  void replacesReferencesWhereverTheyStand() throws IOException {
    Path file = Files.writeString(folder.resolve("key"), "first\nsecond\r\n");
    assertThat(
            references.resolve(
                Map.of(
                    "password",
                    "env:KEY",
                    "key",
                    "file:" + file,
                    "items",
                    List.of("env:KEY", 3),
                    "nested",
                    Map.of("inner", "env:KEY"),
                    "address",
                    "file:///etc/hostname",
                    "port",
                    5432)))
        .isEqualTo(
            Map.of(
                "password",
                "canary",
                "key",
                "first\nsecond",
                "items",
                List.of("canary", 3),
                "nested",
                Map.of("inner", "canary"),
                "address",
                "file:///etc/hostname",
                "port",
                5432));
  }

  @Test
  void namesEveryReferenceThatLeadsNowhere() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty"));
    Path large = Files.write(folder.resolve("large"), new byte[70_000]);
    assertThatThrownBy(
            () ->
                references.resolve(
                    Map.of(
                        "a",
                        "env:ABSENT",
                        "b",
                        "env:EMPTY",
                        "c",
                        "file:" + folder.resolve("absent"),
                        "d",
                        "file:" + empty,
                        "e",
                        "file:" + large,
                        "f",
                        Map.of("inner", "env:ABSENT"),
                        "g",
                        "env:KEY")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("a: env:ABSENT names an environment variable that is not set")
        .hasMessageContaining("b: env:EMPTY")
        .hasMessageContaining("c: file:" + folder.resolve("absent") + " names a file that cannot")
        .hasMessageContaining("d: file:" + empty + " names an empty file")
        .hasMessageContaining("e: file:" + large + " names a file larger than 64 KB")
        .hasMessageContaining("f.inner: env:ABSENT")
        .hasMessageNotContaining("canary");
  }
}
