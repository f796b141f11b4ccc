// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** A data directory as a server leaves it that was started and closed, made once and copied. */
final class ServedDirectory {

  private static final Path TEMPLATE = template();

  private ServedDirectory() {}

  private static Path template() {
    try {
      Path folder = Files.createTempDirectory("tidemark-served-");
      EmbeddedServer.at(folder).withoutDurability().start().close();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> TestFolders.clear(folder)));
      return folder;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static void copyTo(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(TEMPLATE)) {
      for (Path file : files.skip(1).toList()) {
        Path copy = folder.resolve(TEMPLATE.relativize(file).toString());
        Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }
}
