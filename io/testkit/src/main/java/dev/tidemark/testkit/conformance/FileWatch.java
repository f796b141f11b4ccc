// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Small files that changed since it began where a driver might leave some: the working directory,
 * the folder of temporary files, caches in the home directory. Files nobody may read are passed by.
 */
final class FileWatch {
  private static final int DEPTH = 3;
  private static final long LARGEST = 1 << 20;

  private final Instant since;

  private FileWatch(Instant since) {
    this.since = since;
  }

  /** File systems keep time to some milliseconds. */
  static FileWatch begin() {
    return new FileWatch(Instant.now().minusMillis(10));
  }

  /** What is in files that changed. */
  List<String> contents() {
    List<String> contents = new ArrayList<>();
    places().forEach(place -> walk(place, contents));
    return contents;
  }

  private static Stream<Path> places() {
    Path home = Path.of(System.getProperty("user.home"));
    return Stream.of(
            Path.of(System.getProperty("java.io.tmpdir")),
            Path.of(System.getProperty("user.dir")),
            home.resolve(".cache"),
            home.resolve(".config"))
        .filter(Files::isDirectory);
  }

  private void walk(Path place, List<String> contents) {
    Set<FileVisitOption> options = EnumSet.noneOf(FileVisitOption.class);
    try {
      Files.walkFileTree(place, options, DEPTH, new Visitor(contents));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("files in " + place, unreadable);
    }
  }

  private final class Visitor extends SimpleFileVisitor<Path> {
    private final List<String> contents;

    Visitor(List<String> contents) {
      this.contents = contents;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile()
          && attributes.size() <= LARGEST
          && !attributes.lastModifiedTime().toInstant().isBefore(since)) {
        read(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException gone) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(
        Path folder, java.io.@org.jspecify.annotations.Nullable IOException gone) {
      return FileVisitResult.CONTINUE;
    }

    private void read(Path file) {
      try {
        contents.add(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      } catch (IOException gone) {
        // It was deleted in between, or is not ours to read.
      }
    }
  }
}
