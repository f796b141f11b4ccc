// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.harness;

import dev.tidemark.bench.contestant.Round;
import dev.tidemark.bench.contestant.Table;
import dev.tidemark.bench.workload.BenchConnectorType;
import dev.tidemark.bench.workload.Oracle;
import dev.tidemark.bench.workload.PageFile;
import dev.tidemark.bench.workload.Workload;
import dev.tidemark.embedded.EmbeddedServer;
import dev.tidemark.job.command.live.Preparation;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.postgres.DatabaseAccess;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.admin.NewConnector;
import dev.tidemark.postgres.crypto.EncryptionKey;
import dev.tidemark.spi.options.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * Where a workload is measured: its pages, what they must come to, and a PostgreSQL server with a
 * fresh database for every round, each with the same streams registered.
 */
final class Laboratory implements AutoCloseable {
  private final EmbeddedServer server;
  private final Workload workload;
  private final Path pages;
  private final Path key;
  private final Oracle oracle;
  private final FinalTable expected;
  private int databases;

  private Laboratory(EmbeddedServer server, Workload workload, Path pages, Path key) {
    this.server = server;
    this.workload = workload;
    this.pages = pages;
    this.key = key;
    this.oracle = Oracle.of(workload, PageFile.map(workload, pages));
    this.expected = new FinalTable(oracle.rows());
  }

  /** Prepares everything below a folder. */
  static Laboratory of(EmbeddedServer server, Workload workload, long seed, Path folder) {
    Path pages = folder.resolve(workload.name() + ".pages");
    PageFile.write(workload, seed, pages);
    Laboratory laboratory = new Laboratory(server, workload, pages, key(folder));
    laboratory.makeTemplate();
    return laboratory;
  }

  private static Path key(Path folder) {
    try {
      return Files.writeString(folder.resolve("key"), EncryptionKey.random().reveal());
    } catch (IOException failure) {
      throw new UncheckedIOException("no key can be written to " + folder, failure);
    }
  }

  Workload workload() {
    return workload;
  }

  double reductionFactor() {
    return oracle.reductionFactor();
  }

  private void makeTemplate() {
    execute("postgres", "DROP DATABASE IF EXISTS " + template());
    execute("postgres", "CREATE DATABASE " + template());
    DatabaseAccess access = round(template(), 0, "").access();
    access.migrations().apply();
    Preparation.model(access);
    try (Administration administration = Administration.of(access)) {
      OrganisationId owner = administration.organisations().findOrCreate(Workload.ORGANISATION);
      for (int stream = 0; stream < workload.streams(); stream++) {
        administration.connectors().add(connector(owner, stream), "benchmark");
      }
    }
    execute(template(), Table.CREATE_PLAIN);
  }

  private static NewConnector connector(OrganisationId owner, int stream) {
    return new NewConnector(
        owner,
        BenchConnectorType.TYPE,
        Workload.connector(stream),
        Secret.of("{\"stream\":" + stream + "}"),
        Set.of(),
        Map.of("", Duration.ofSeconds(1)));
  }

  private String template() {
    return "template_" + workload.name().replace('-', '_');
  }

  /** A round in a fresh database. */
  Round round(long burntNanos, String recording) {
    String database = "round_" + workload.name().replace('-', '_') + "_" + databases++;
    execute("postgres", "CREATE DATABASE " + database + " TEMPLATE " + template());
    return round(database, burntNanos, recording);
  }

  private Round round(String database, long burntNanos, String recording) {
    String address =
        "postgresql://%s@127.0.0.1:%d/%s".formatted(server.user(), server.port(), database);
    return new Round(workload, pages, address, server.passwordFile(), key, burntNanos, recording);
  }

  /**
   * Holds what a round wrote to the oracle, and drops its database.
   *
   * @throws WrongResultException if it is anything else
   */
  void examine(Round round, Table table, String who) {
    try (Connection connection = round.connection()) {
      FinalTable.of(connection, table).require(expected, who);
    } catch (SQLException failure) {
      throw new IllegalStateException("the table of " + who + " cannot be read", failure);
    }
    String database = round.access().location().database();
    execute("postgres", "DROP DATABASE " + database + " WITH (FORCE)");
  }

  private void execute(String database, String statement) {
    try (Connection connection = round(database, 0, "").connection();
        Statement work = connection.createStatement()) {
      work.execute(statement);
    } catch (SQLException failure) {
      throw new IllegalStateException("the server does not do as asked: " + statement, failure);
    }
  }

  /** The pages are large. */
  @Override
  public void close() {
    try {
      Files.deleteIfExists(pages);
    } catch (IOException failure) {
      throw new UncheckedIOException(pages + " stays behind", failure);
    }
  }
}
