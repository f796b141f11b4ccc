// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.world;

import dev.tidemark.embedded.Database;
import dev.tidemark.embedded.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The PostgreSQL server Tidemark keeps everything in, in the hands of an administrator. */
public final class DatabaseServer implements AutoCloseable {
  private final Path folder;
  private EmbeddedServer server;
  private final Sql database;

  private DatabaseServer(Path folder) {
    this.folder = folder;
    this.server = started();
    Database fresh = server.freshDatabase();
    this.database =
        new Sql(
            fresh.jdbcUrl(),
            fresh.user(),
            fresh.password().reveal(),
            "SET search_path TO tidemark; SET default_transaction_read_only TO off");
  }

  /** One in a folder of its own, with an empty database. */
  public static DatabaseServer in(Path folder) {
    return new DatabaseServer(folder.resolve("database"));
  }

  private EmbeddedServer started() {
    return EmbeddedServer.at(folder).withSetting("max_connections", "60").start();
  }

  public int port() {
    return server.port();
  }

  /** Its database, for an administrator. */
  public Sql database() {
    return database;
  }

  /** Starts it again, on the port it had. */
  public void start() {
    server = started();
  }

  /** Stops it in order. */
  public void stop() {
    server.close();
  }

  /** Ends it with all its processes as {@code kill -9} does. */
  public void kill() {
    Postmaster.of(folder).ifPresent(Postmaster::kill);
    server.close();
  }

  /** Copies its files, which nobody may be writing, to a folder of that name. */
  public Path backUp(String name) {
    Path copy = folder.resolveSibling(name);
    copy(folder.resolve("cluster"), copy);
    return copy;
  }

  /** Puts back what was copied. */
  public void restore(Path copy) {
    delete(folder.resolve("cluster"));
    copy(copy, folder.resolve("cluster"));
    delete(copy);
  }

  private static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(
            file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.delete(file);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
