// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder a server is kept in: its cluster, password, settings and log, and a marker saying that
 * the folder is ours.
 *
 * @param root absolute and free of links
 */
record DataDirectory(Path root) {

  private static final String LOST_AND_FOUND = "lost+found"; // in the root of a fresh volume

  /** The folder at {@code path}, created if absent, refused if it holds something else. */
  static DataDirectory at(Path path) {
    DataDirectory directory = new DataDirectory(created(path));
    directory.requireOurs();
    return directory;
  }

  private static Path created(Path path) {
    try {
      if (!Files.isDirectory(path)) {
        Files.createDirectories(path);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
      }
      return path.toRealPath();
    } catch (IOException failure) {
      throw Trouble.with(path, failure);
    }
  }

  private void requireOurs() {
    if (Files.exists(marker())) {
      return;
    }
    List<String> names = names();
    if (names.contains("PG_VERSION")) {
      throw new EmbeddedServerException(
          "The directory "
              + root
              + " holds a PostgreSQL server that is not Tidemark's own."
              + " Name another data directory, or run that server and connect to it.");
    }
    if (!names.isEmpty()) {
      throw new EmbeddedServerException(
          "The directory "
              + root
              + " is not empty (it holds "
              + names.get(0)
              + ") and is no"
              + " data directory of Tidemark. Name an empty or a new directory.");
    }
  }

  private List<String> names() {
    try (Stream<Path> files = Files.list(root)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals(LOST_AND_FOUND) && !name.equals("lock"))
          .sorted()
          .toList();
    } catch (IOException failure) {
      throw Trouble.with(root, failure);
    }
  }

  Path marker() {
    return root.resolve("tidemark-postgres.properties");
  }

  Path passwordFile() {
    return root.resolve("password");
  }

  /** PostgreSQL's own data directory. */
  Path cluster() {
    return root.resolve("cluster");
  }

  /** Where a cluster is made before it is moved to its place whole. */
  Path unfinishedCluster() {
    return root.resolve("cluster.unfinished");
  }

  Path settings() {
    return root.resolve("server.conf");
  }

  Path log() {
    return root.resolve("log");
  }

  Path lock() {
    return root.resolve("lock");
  }

  /** The major version the cluster was made by, or nothing while there is no cluster. */
  Optional<Integer> major() {
    return Files.exists(cluster()) ? Optional.of(readMajor()) : Optional.empty();
  }

  private int readMajor() {
    Path file = cluster().resolve("PG_VERSION");
    try {
      String text = new String(Files.readAllBytes(file), StandardCharsets.US_ASCII);
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException garbage) {
      throw new EmbeddedServerException(
          "The file " + file + " does not name a PostgreSQL version. " + Trouble.DAMAGED, garbage);
    } catch (IOException failure) {
      throw new EmbeddedServerException(
          "The PostgreSQL version of the data directory "
              + root
              + " cannot be read: "
              + Reason.of(failure)
              + ". "
              + Trouble.DAMAGED,
          failure);
    }
  }
}
