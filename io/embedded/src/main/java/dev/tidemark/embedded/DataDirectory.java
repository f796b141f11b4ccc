// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.embedded;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The folder a server is kept in: its cluster, password, settings and log, and a marker saying that
 * the folder is ours.
 *
 * @param root absolute and free of links
 */
record DataDirectory(Path root) {

  private static final String MARKER = "tidemark-postgres.properties";
  private static final String VERSION = "PG_VERSION";
  private static final String UNFINISHED = "cluster.unfinished-";
  private static final String LOCK = "lock";

  /** In the root of a fresh volume, or of a first start that goes on right now or was killed. */
  private static final Set<String> MEANINGLESS =
      Set.of("lost+found", LOCK, MARKER + WholeFile.DRAFT);

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
    if (!names.isEmpty()) {
      String what =
          names.contains(VERSION)
              ? "holds a PostgreSQL server that is not Tidemark's own"
              : "holds " + names.get(0) + " and is no data directory of Tidemark";
      throw new EmbeddedServerException(
          "The directory %s %s. Name an empty or a new directory.".formatted(root, what));
    }
  }

  private List<String> names() {
    try (Stream<Path> files = Files.list(root)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !MEANINGLESS.contains(name))
          .sorted()
          .toList();
    } catch (IOException failure) {
      throw Trouble.with(root, failure);
    }
  }

  Path marker() {
    return root.resolve(MARKER);
  }

  Path passwordFile() {
    return root.resolve("password");
  }

  /** PostgreSQL's own data directory. */
  Path cluster() {
    return root.resolve("cluster");
  }

  /**
   * A new place to make a cluster in before it is moved to its own place whole. Each attempt gets
   * one of its own, as the initdb of a killed process may still be at work in another.
   */
  Path unfinishedCluster() {
    return root.resolve(UNFINISHED + UUID.randomUUID());
  }

  /** Where attempts to make a cluster ended early. No server ever ran there. */
  List<Path> unfinishedClusters() {
    return names().stream().filter(it -> it.startsWith(UNFINISHED)).map(root::resolve).toList();
  }

  Path settings() {
    return root.resolve("server.conf");
  }

  Path log() {
    return root.resolve("log");
  }

  /** What the server says before it writes its own log. */
  Path startLog() {
    return log().resolve("start.log");
  }

  Path lock() {
    return root.resolve(LOCK);
  }

  /** The major version the cluster was made by, or nothing while there is no cluster. */
  Optional<Integer> major() {
    return Files.exists(cluster()) ? Optional.of(readMajor()) : Optional.empty();
  }

  private int readMajor() {
    Path file = cluster().resolve(VERSION);
    try {
      return Integer.parseInt(new String(Files.readAllBytes(file), US_ASCII).strip());
    } catch (NumberFormatException garbage) {
      throw new EmbeddedServerException(
          "The file %s does not name a PostgreSQL version. %s".formatted(file, Trouble.DAMAGED),
          garbage);
    } catch (IOException failure) {
      throw Trouble.with(root, failure);
    }
  }
}
