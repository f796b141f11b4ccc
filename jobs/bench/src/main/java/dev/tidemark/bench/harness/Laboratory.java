// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.harness;

import dev.tidemark.bench.contestant.Round;
import dev.tidemark.bench.contestant.Table;
import dev.tidemark.bench.live.Databases;
import dev.tidemark.bench.workload.Oracle;
import dev.tidemark.bench.workload.PageFile;
import dev.tidemark.bench.workload.Workload;
import dev.tidemark.bench.workload.WrongResultException;
import dev.tidemark.embedded.EmbeddedServer;
import dev.tidemark.postgres.DatabaseAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Where a workload is measured: its pages, what they must come to, and a PostgreSQL server with a
 * fresh database for every round, each with the same streams registered.
 */
final class Laboratory implements AutoCloseable {
  private final Databases server;
  private final Workload workload;
  private final Path pages;
  private final Oracle oracle;
  private final FinalTable expected;
  private int databases;

  private Laboratory(Databases server, Workload workload, Path pages) {
    this.server = server;
    this.workload = workload;
    this.pages = pages;
    this.oracle = Oracle.of(workload, PageFile.map(workload, pages));
    this.expected = new FinalTable(oracle.rows());
  }

  /** Prepares everything below a folder. */
  static Laboratory of(EmbeddedServer server, Workload workload, long seed, Path folder) {
    Path pages = folder.resolve(workload.name() + ".pages");
    PageFile.write(workload, seed, pages);
    Laboratory laboratory = new Laboratory(Databases.on(server, folder), workload, pages);
    laboratory.makeTemplate();
    return laboratory;
  }

  Workload workload() {
    return workload;
  }

  double reductionFactor() {
    return oracle.reductionFactor();
  }

  private void makeTemplate() {
    DatabaseAccess access = server.made(template());
    workload.register(access);
    server.execute(template(), Table.CREATE_PLAIN);
  }

  private String template() {
    return "template_" + workload.name().replace('-', '_');
  }

  /** A round in a fresh database. */
  Round round(long burntNanos, String recording) {
    String database = "round_" + workload.name().replace('-', '_') + "_" + databases++;
    server.copy(template(), database);
    return round(database, burntNanos, recording);
  }

  private Round round(String database, long burntNanos, String recording) {
    return new Round(
        workload,
        pages,
        server.address(database),
        server.passwordFile(),
        server.key(),
        burntNanos,
        recording);
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
    server.drop(round.access().location().database());
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
