// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The folder where binaries lie unpacked, each set under the digest of its archive.
 *
 * <p>A set appears whole or not at all: it is unpacked beside its place and moved there in one
 * step. Any number of threads and processes may ask at once; one unpacks, the others wait for it.
 */
record BinaryCache(Path folder) {

  private static final Object ONE_PER_PROCESS = new Object();

  /** Names the folder to use unless a plan names another. */
  static final String PROPERTY = "tidemark.embedded.cache";

  /** The user's cache folder; for root the system's, as other accounts must read it too. */
  static BinaryCache standard() {
    Path folder =
        Optional.ofNullable(System.getProperty(PROPERTY))
            .map(Path::of)
            .orElseGet(() -> usual().resolve("tidemark"));
    return new BinaryCache(folder.toAbsolutePath());
  }

  private static Path usual() {
    Path home = Path.of(System.getProperty("user.home"));
    if (Platform.current().isMac()) {
      return home.resolve("Library").resolve("Caches");
    }
    return Account.isRoot() ? Path.of("/var/cache") : named().orElse(home.resolve(".cache"));
  }

  private static Optional<Path> named() {
    return Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
        .filter(it -> !it.isBlank())
        .map(Path::of);
  }

  /** The folder holding {@code archive} unpacked, unpacking it first if need be. */
  Path unpacked(BinaryArchive archive) {
    try {
      Path home = folder.resolve("postgres-" + archive.digest());
      if (!Files.isDirectory(home)) {
        unpackOnce(archive, home);
      }
      return home;
    } catch (IOException failure) {
      throw new EmbeddedServerException(
          ("The PostgreSQL binaries cannot be unpacked into %s: %s. Make room, make the folder"
                  + " writable, or name another one (withBinaryCache or -D%s).")
              .formatted(folder, Reason.of(failure), PROPERTY),
          failure);
    }
  }

  private void unpackOnce(BinaryArchive archive, Path home) throws IOException {
    Files.createDirectories(folder);
    synchronized (ONE_PER_PROCESS) {
      try (FileChannel channel = lockFile();
          FileLock lock = channel.lock()) {
        if (lock.isValid() && !Files.isDirectory(home)) {
          unpackBeside(archive, home);
        }
      }
    }
  }

  private FileChannel lockFile() throws IOException {
    return FileChannel.open(
        folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private static void unpackBeside(BinaryArchive archive, Path home) throws IOException {
    Path partial = home.resolveSibling(home.getFileName() + ".partial");
    Tree.delete(partial); // what a killed process left half done
    try {
      Unpacking.of(archive).into(partial);
      Files.move(partial, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failure) {
      Tree.delete(partial); // most likely the disk is full
      throw failure;
    }
  }
}
