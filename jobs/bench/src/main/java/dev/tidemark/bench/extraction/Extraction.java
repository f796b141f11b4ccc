// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.extraction;

import dev.tidemark.bench.contestant.Table;
import dev.tidemark.bench.harness.FinalTable;
import dev.tidemark.bench.live.Bench;
import dev.tidemark.bench.live.Job;
import dev.tidemark.bench.process.Companion;
import dev.tidemark.bench.workload.BenchConnectorType;
import dev.tidemark.bench.workload.Oracle;
import dev.tidemark.bench.workload.PageFile;
import dev.tidemark.bench.workload.Workload;
import dev.tidemark.bench.workload.WrongResultException;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.postgres.DatabaseAccess;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.admin.NewConnector;
import dev.tidemark.spi.ConnectorType;
import dev.tidemark.spi.options.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Has entrants read the same pages over HTTP under certain terms, each from a fresh server. */
public final class Extraction {
  private static final long SEED = 20_261_126;
  private static final Duration QUIET = Duration.ofSeconds(3);
  private static final List<Class<? extends ConnectorType>> OFFERED =
      List.of(PagesConnectorType.class, LimitedPagesConnectorType.class);
  private static final String ARRIVED = Table.LEDGER.count();

  private final Bench bench;
  private final Terms terms;
  private final FinalTable expected;

  /** Makes the pages and asks the oracle. */
  public Extraction(Bench bench, Terms terms) {
    this.bench = bench;
    this.terms = terms;
    Path pages = terms.pages(bench.folder());
    PageFile.write(terms.workload(), SEED, pages);
    this.expected =
        new FinalTable(Oracle.of(terms.workload(), PageFile.map(terms.workload(), pages)).rows());
  }

  /**
   * Measures one of the clients or our graph.
   *
   * @throws WrongResultException if what it added up is not what the oracle says
   */
  public Effort measured(Entrant entrant) {
    bench.say(terms.name() + ": " + entrant.title());
    String name = name(entrant);
    try (Companion server = server(name)) {
      int port = Integer.parseInt(server.ready());
      return switch (entrant) {
        case GRAPH -> graph(server, port, name);
        case DISCARDING, PARSING -> client(server, port, entrant, name);
        case DLT -> dlt(server, port, name);
      };
    }
  }

  /** Fit for a database as well. */
  private String name(Entrant entrant) {
    String name = "extraction_" + terms.name() + "_" + entrant.name();
    return name.replace('-', '_').toLowerCase(Locale.ROOT);
  }

  private Companion server(String name) {
    return Companion.start(
        new Companion.Plan(
            "the server of pages",
            ServerMain.class,
            List.of(terms.text(), bench.folder().toString()),
            bench.options(),
            List.of(BenchConnectorType.class),
            bench.folder().resolve(name + "_server")));
  }

  private Effort graph(Companion server, int port, String database) {
    register(bench.databases().made(database), port);
    long primed = terms.workload().records(0, terms.workload().primed());
    try (Job job = bench.job(database, OFFERED)) {
      bench.await(job, database, ARRIVED, primed);
      Bench.pause(QUIET);
      long serverCpu = cpu(server.ask(ServerMain.OPEN));
      long cpu = job.cpuNanos();
      long begin = System.nanoTime();
      bench.await(job, database, ARRIVED, terms.workload().allRecords());
      long wall = System.nanoTime() - begin;
      long spent = job.cpuNanos() - cpu;
      try (Connection connection = bench.databases().connection(database)) {
        FinalTable.of(connection, Table.LEDGER).require(expected, Entrant.GRAPH.title());
      }
      return effort(
          Entrant.GRAPH, terms.workload().measuredRecords(), spent, wall, server, serverCpu);
    } catch (SQLException failure) {
      throw new IllegalStateException("the table cannot be read", failure);
    } finally {
      bench.databases().drop(database);
    }
  }

  private void register(DatabaseAccess access, int port) {
    String type = terms.perSecond() == 0 ? PagesConnectorType.TYPE : LimitedPagesConnectorType.TYPE;
    try (Administration administration = Administration.of(access)) {
      OrganisationId owner = administration.organisations().findOrCreate(Workload.ORGANISATION);
      for (int stream = 0; stream < terms.workload().streams(); stream++) {
        administration
            .connectors()
            .add(
                new NewConnector(
                    owner,
                    type,
                    Workload.connector(stream),
                    Secret.of("{\"port\":%d,\"stream\":%d}".formatted(port, stream)),
                    Set.of(),
                    Map.of("", Duration.ofSeconds(1))),
                "benchmark");
      }
    }
  }

  private Effort client(Companion server, int port, Entrant entrant, String name) {
    Path rows = bench.folder().resolve(name + ".rows");
    try (Companion client =
        Companion.start(
            new Companion.Plan(
                entrant.title(),
                ClientMain.class,
                List.of(entrant.name(), terms.text(), Integer.toString(port), rows.toString()),
                bench.options(),
                List.of(BenchConnectorType.class),
                bench.folder().resolve(name)))) {
      client.ask("warm up");
      long serverCpu = cpu(server.ask(ServerMain.OPEN));
      String[] spent = client.ask("read").split(" ");
      if (entrant == Entrant.PARSING) {
        new FinalTable(lines(rows)).require(expected, entrant.title());
      }
      return effort(
          entrant,
          terms.workload().measuredRecords(),
          Long.parseLong(spent[0]),
          Long.parseLong(spent[1]),
          server,
          serverCpu);
    }
  }

  /** It reads everything once more from the beginning: it has nothing to warm up. */
  private Effort dlt(Companion server, int port, String name) {
    long serverCpu = cpu(server.ask(ServerMain.OPEN));
    Dlt.Outcome outcome = Dlt.installed().read(port, terms, bench.folder().resolve(name));
    new FinalTable(outcome.rows()).require(expected, Entrant.DLT.title());
    return effort(
        Entrant.DLT,
        terms.workload().allRecords(),
        outcome.cpuNanos(),
        outcome.wallNanos(),
        server,
        serverCpu);
  }

  private Effort effort(
      Entrant entrant, long records, long cpu, long wall, Companion server, long serverCpu) {
    String[] count = server.ask(ServerMain.COUNT).split(" ");
    long answered = Long.parseLong(count[0]);
    if (answered < terms.requests()) {
      throw new WrongResultException(
          "%s was sent %d of %d pages".formatted(entrant.title(), answered, terms.requests()));
    }
    return new Effort(
        terms,
        entrant,
        records,
        cpu,
        wall,
        answered,
        Long.parseLong(count[1]),
        Long.parseLong(count[2]) - serverCpu);
  }

  private static long cpu(String count) {
    return Long.parseLong(count.split(" ")[2]);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(file + " cannot be read", failure);
    }
  }
}
