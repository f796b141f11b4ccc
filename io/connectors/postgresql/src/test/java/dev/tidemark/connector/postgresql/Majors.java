// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import dev.tidemark.embedded.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** One server of each major, started when first asked for and stopped when the JVM ends. */
final class Majors {
  private static final Map<Integer, EmbeddedServer> SERVERS = new ConcurrentHashMap<>();

  private Majors() {}

  static EmbeddedServer server(int major) {
    return SERVERS.computeIfAbsent(major, Majors::start);
  }

  private static EmbeddedServer start(int major) {
    try {
      Path folder = Files.createTempDirectory("tidemark-postgresql-" + major);
      EmbeddedServer server =
          EmbeddedServer.at(folder)
              .withMajor(major)
              .withoutDurability()
              .withSetting("autovacuum", "off")
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> discard(server, folder)));
      return server;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void discard(EmbeddedServer server, Path folder) {
    server.close();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
