// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The classes of the command as a JVM holds them, which the launcher has archived after it has
 * built: starting takes a fifth less of the processor. Tests make it once, for the jar they find.
 */
final class ClassArchive {
  private ClassArchive() {}

  /** Where it is; whoever asks first waits until it is there. */
  static Path made() {
    return Made.ARCHIVE;
  }

  private static final class Made {
    private static final Path ARCHIVE = make(Command.jar().resolveSibling("classes.jsa"));
  }

  private static Path make(Path archive) {
    try {
      Files.deleteIfExists(archive);
      Program.start(Path.of("target"), command(archive)).awaitEnd();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    if (!Files.exists(archive)) {
      throw new IllegalStateException("no classes were archived in " + archive);
    }
    return archive;
  }

  private static List<String> command(Path archive) {
    List<String> options = List.of("-XX:ArchiveClassesAtExit=" + archive, "-Xlog:disable");
    List<String> program =
        List.of("-classpath", Command.shipped(), "dev.tidemark.job.command.Warmup");
    return Stream.of(Command.java(), Command.opens(), options, program)
        .flatMap(List::stream)
        .toList();
  }
}
