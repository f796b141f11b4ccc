// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tidemark.embedded.EmbeddedServer;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Tidemark in a folder of its own: the command run on it, and the database it keeps there.
 *
 * @param folder where output goes; the data folder is in it
 */
record Installation(Path folder) implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  static Installation in(Path parent, String name) {
    try {
      return new Installation(Files.createDirectory(parent.resolve(name)));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  Path data() {
    return folder.resolve("data");
  }

  /** Starts the command on the data folder. */
  Program start(String... arguments) {
    Stream<String> place = Stream.of("--data-dir", data().toString());
    return Program.start(folder, Command.line(Stream.concat(Stream.of(arguments), place).toList()));
  }

  /** Runs the command to its end. */
  Ended run(String... arguments) {
    return start(arguments).awaitEnd();
  }

  /** Runs a command that must do as it is told. */
  Ended done(String... arguments) {
    Ended ended = run(arguments);
    if (ended.exit() != 0) {
      throw new AssertionError(List.of(arguments) + " failed:\n" + ended.out() + ended.err());
    }
    return ended;
  }

  /** What a command prints for programs. */
  JsonNode facts(String... arguments) {
    try {
      String[] all =
          Stream.concat(Stream.of(arguments), Stream.of("--json")).toArray(String[]::new);
      return JSON.readTree(done(all).out());
    } catch (JsonProcessingException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Connects a source. */
  void connect(String name, String yaml) {
    done("connector", "add", written(name, yaml).toString());
  }

  Path written(String name, String yaml) {
    try {
      return Files.writeString(folder.resolve(name + ".yaml"), yaml);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Its database, which runs: found as an administrator would. */
  Sql database() {
    try {
      int port = Integer.parseInt(postmaster().orElseThrow().get(3).strip());
      String password = Files.readString(data().resolve("postgresql/password")).strip();
      String url = "jdbc:postgresql://127.0.0.1:" + port + "/tidemark";
      return new Sql(url, "tidemark", password, "SET search_path TO tidemark");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The port its database server took last. */
  int port() {
    Properties kept = new Properties();
    try (Reader file =
        Files.newBufferedReader(data().resolve("postgresql/tidemark-postgres.properties"))) {
      kept.load(file);
      return Integer.parseInt(kept.getProperty("port"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Ends the database server with all its processes as {@code kill -9} does. */
  void killServer() {
    Optional<ProcessHandle> server =
        postmaster().flatMap(lines -> ProcessHandle.of(Long.parseLong(lines.get(0).strip())));
    server.ifPresent(
        postmaster -> {
          List<ProcessHandle> all =
              Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
          all.forEach(ProcessHandle::destroyForcibly);
          all.forEach(it -> it.onExit().join());
        });
  }

  /** Deletes what Flink keeps. */
  void deleteCheckpoints() {
    try (Stream<Path> files = Files.walk(data().resolve("flink"))) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (java.nio.file.NoSuchFileException neverStarted) {
      // Killed before Flink made it.
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Optional<List<String>> postmaster() {
    try {
      Path file = data().resolve("postgresql/cluster/postmaster.pid");
      return Files.exists(file) ? Optional.of(Files.readAllLines(file)) : Optional.empty();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Stops the database server a killed process left behind. */
  @Override
  public void close() {
    if (postmaster().isPresent()) {
      EmbeddedServer.at(data().resolve("postgresql")).start().close();
    }
  }
}
