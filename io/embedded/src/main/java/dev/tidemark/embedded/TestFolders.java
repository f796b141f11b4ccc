// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The folders of test servers, below the system's folder for temporary files. */
final class TestFolders {

  private static final String PREFIX = "tidemark-test-server-";

  /** A folder this young may be of a JVM that is about to lock it. */
  private static final Duration YOUTH = Duration.ofMinutes(1);

  private TestFolders() {}

  /** A new folder, after clearing away those that nobody uses any more. */
  static Path next() throws IOException {
    abandoned(Instant.now().minus(YOUTH)).forEach(TestFolders::clear);
    return Files.createTempDirectory(PREFIX);
  }

  /** Folders of test servers, untouched since {@code limit}, that no living process uses. */
  static List<Path> abandoned(Instant limit) throws IOException {
    try (Stream<Path> folders = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return folders
          .filter(folder -> folder.getFileName().toString().startsWith(PREFIX))
          .filter(folder -> isAbandoned(folder, limit))
          .toList();
    }
  }

  private static boolean isAbandoned(Path folder, Instant limit) {
    try {
      return Files.getLastModifiedTime(folder).toInstant().isBefore(limit)
          && DirectoryLock.of(DataDirectory.at(folder)).isFree();
    } catch (IOException | EmbeddedServerException somebodyElses) {
      return false;
    }
  }

  /** Stops what still runs there and deletes the folder. */
  static void clear(Path folder) {
    try {
      if (PostmasterFile.living(folder.resolve("cluster")).isPresent()) {
        EmbeddedServer.at(folder).withoutDurability().start().stop(StopMode.IMMEDIATE);
      }
      Tree.delete(folder);
    } catch (IOException | EmbeddedServerException notToday) {
      return; // it only takes some room; the next JVM tries again
    }
  }
}
