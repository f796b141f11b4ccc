// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.world;

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
public record Installation(Path folder) implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  public static Installation in(Path parent, String name) {
    try {
      return new Installation(Files.createDirectory(parent.resolve(name)));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  public Path data() {
    return folder.resolve("data");
  }

  /** Starts the command on the data folder, as the launcher does. */
  public Program start(String... arguments) {
    return Program.start(folder, Command.line(here(arguments)));
  }

  private List<String> here(String... arguments) {
    Stream<String> place = Stream.of("--data-dir", data().toString());
    return Stream.concat(Stream.of(arguments), place).toList();
  }

  /** Runs the command to its end. */
  public Ended run(String... arguments) {
    return start(arguments).awaitEnd();
  }

  /** Runs a command that must do as it is told. */
  public Ended done(String... arguments) {
    Ended ended = run(arguments);
    if (ended.exit() != 0) {
      throw new AssertionError(List.of(arguments) + " failed:\n" + ended.out() + ended.err());
    }
    return ended;
  }

  /** What a command prints for programs. */
  public JsonNode facts(String... arguments) {
    try {
      String[] all =
          Stream.concat(Stream.of(arguments), Stream.of("--json")).toArray(String[]::new);
      return JSON.readTree(done(all).out());
    } catch (JsonProcessingException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Connects a source. */
  public void connect(String name, String yaml) {
    done("connector", "add", written(name, yaml).toString());
  }

  public Path written(String name, String yaml) {
    try {
      return Files.writeString(folder.resolve(name + ".yaml"), yaml);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Its database, which runs: found as an administrator would. */
  public Sql database() {
    try {
      int port = postmaster().orElseThrow().port();
      String password = Files.readString(data().resolve("postgresql/password")).strip();
      String url = "jdbc:postgresql://127.0.0.1:" + port + "/tidemark";
      return new Sql(url, "tidemark", password, "SET search_path TO tidemark");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The port its database server took last. */
  public int port() {
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
  public void killServer() {
    postmaster().ifPresent(Postmaster::kill);
  }

  /** Deletes what Flink keeps. */
  public void deleteCheckpoints() {
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

  private Optional<Postmaster> postmaster() {
    return Postmaster.of(data().resolve("postgresql"));
  }

  /** Stops the database server a killed process left behind. */
  @Override
  public void close() {
    if (postmaster().isPresent()) {
      EmbeddedServer.at(data().resolve("postgresql")).start().close();
    }
  }
}
