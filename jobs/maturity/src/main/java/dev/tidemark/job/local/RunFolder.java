// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one run of Flink: its configuration, checkpoints and scratch files.
 *
 * <p>Every run has its own, so that a newer one never steps on an older one that is still ending. A
 * run holds a lock on its folder; folders nobody holds are what killed runs left, and go when the
 * next one starts.
 */
final class RunFolder implements AutoCloseable {
  private static final String LOCK = "lock";

  private final Path root;
  private final FileChannel lock;

  private RunFolder(Path root, FileChannel lock) {
    this.root = root;
    this.lock = lock;
  }

  /** A new folder below {@code parent}, after clearing away what earlier runs left. */
  static RunFolder below(Path parent) {
    try {
      Files.createDirectories(parent);
      sweep(parent);
      return create(parent);
    } catch (IOException failure) {
      throw new FlinkException(
          "The folder "
              + parent
              + " for Flink's files cannot be used: "
              + failure.getMessage()
              + ". Make it writable, or name another data directory.",
          failure);
    }
  }

  private static RunFolder create(Path parent) throws IOException {
    Path root = Files.createTempDirectory(parent, "run-");
    Files.createDirectory(root.resolve("conf"));
    Files.createDirectory(root.resolve("checkpoints"));
    Files.createDirectory(root.resolve("scratch"));
    FileChannel channel = open(root);
    channel.lock();
    return new RunFolder(root, channel);
  }

  private static FileChannel open(Path root) throws IOException {
    return FileChannel.open(
        root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private static void sweep(Path parent) throws IOException {
    for (Path run : children(parent)) {
      if (isAbandoned(run)) {
        delete(run);
      }
    }
  }

  private static List<Path> children(Path parent) throws IOException {
    try (Stream<Path> children = Files.list(parent)) {
      return children.filter(it -> it.getFileName().toString().startsWith("run-")).toList();
    }
  }

  private static boolean isAbandoned(Path run) {
    if (!Files.exists(run.resolve(LOCK))) {
      return false; // just being made
    }
    try (FileChannel channel = open(run)) {
      @Nullable FileLock free = channel.tryLock();
      return free != null;
    } catch (IOException | java.nio.channels.OverlappingFileLockException inUse) {
      return false;
    }
  }

  private static void delete(Path root) throws IOException {
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  Path configuration() {
    return root.resolve("conf");
  }

  Path checkpoints() {
    return root.resolve("checkpoints");
  }

  Path scratch() {
    return root.resolve("scratch");
  }

  /** Deletes the folder; what cannot be deleted now goes when the next run starts. */
  @Override
  public void close() {
    try (lock) {
      delete(root);
    } catch (IOException leftForTheNextRun) {
      // The lock is free from here on, which marks the rest as abandoned.
    }
  }
}
