// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.chaos;

import dev.tidemark.e2e.world.Command;
import dev.tidemark.e2e.world.DatabaseServer;
import dev.tidemark.e2e.world.Ended;
import dev.tidemark.e2e.world.FlinkCluster;
import dev.tidemark.e2e.world.Line;
import dev.tidemark.e2e.world.Program;
import dev.tidemark.e2e.world.ShiftedClock;
import dev.tidemark.e2e.world.SourceServer;
import dev.tidemark.e2e.world.Sql;
import dev.tidemark.e2e.world.Streams;
import dev.tidemark.e2e.world.Workload;
import dev.tidemark.postgres.DatabaseAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything faults are played on: a source with people at work, a database server, a Flink
 * cluster, each in processes of its own, lines between them that can go bad, and the job.
 */
final class Theatre implements AutoCloseable {
  static final int TASK_MANAGERS = 2;

  private static final String CONNECTED =
      "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'tidemark'";

  /** Tables whose rows are compared, and those that say when. */
  private static final List<String> WATCHED =
      List.of(
          "stream",
          "metric_window",
          "counter_reading",
          "asset",
          "asset_fact",
          "asset_cell",
          "population",
          "score_card",
          "score_live");

  private static final String VIEW =
      """
      CREATE VIEW %2$s.%1$s AS SELECT * FROM %1$s
       WHERE organisation_id = (SELECT id FROM organisation WHERE name = '%3$s')\
      """;

  final SourceServer source;
  final Line toSource;
  final DatabaseServer server;
  final Line toServer;
  final FlinkCluster cluster;
  final Workload workload;
  final Pulse pulse = new Pulse(this::watched);
  private final Path folder;
  private Instant keptAt = Instant.EPOCH;
  private Optional<FlinkCluster> own = Optional.empty();

  private Theatre(Path folder, long seed) {
    this.folder = folder;
    source = SourceServer.in(folder);
    toSource = Line.to(source.port());
    workload = new Workload(source, seed).warm();
    server = DatabaseServer.in(folder);
    toServer = Line.to(server.port());
    cluster = FlinkCluster.holding(Command.jar(), folder, TASK_MANAGERS);
  }

  /** Builds it and has the job read the source once. */
  static Theatre in(Path folder, long seed) {
    Theatre theatre = new Theatre(folder, seed);
    theatre.connect("1s");
    theatre.watch("watched", "Acme");
    theatre.watch("eventful", EventfulAccount.ORGANISATION);
    theatre.submit();
    return theatre;
  }

  /** Connects the source, or changes how often it is read. */
  void connect(String schedule) {
    String yaml = SourceServer.connector("shop", "shop", toSource.port());
    try {
      Path file = folder.resolve("shop.yaml");
      Files.writeString(file, yaml.replace("schedule: 1s", "schedule: " + schedule));
      tidemark("connector", "add", file.toString(), "--replace");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Submits the job, which takes over from whatever ran, and waits until it has read all. */
  Ended submit(String... options) {
    List<String> run =
        List.of(
            "run",
            "--flink",
            cluster.address(),
            "--cluster-jar",
            Command.jar().toString(),
            "--until",
            "caught-up");
    return tidemark(Stream.concat(run.stream(), Stream.of(options)).toArray(String[]::new));
  }

  /** Submits the job with Flink's own command, from a savepoint. */
  void submitFrom(String savepoint) {
    cluster.submit(
        Command.jar(),
        List.of("--fromSavepoint", savepoint),
        "--database=" + databaseUrl(),
        "--key=file:" + folder.resolve("data/key"),
        "--tasks=2");
  }

  /** The cluster that was made for the job, with high availability; the job moves to it first. */
  FlinkCluster ownCluster() {
    if (own.isEmpty()) {
      int before = newestJob();
      own = Optional.of(madeForTheJob());
      Streams.within("the job moves", Streams.PATIENCE).until(() -> newestJob() > before);
      pulse.awaitRecovery(Instant.now());
    }
    return own.get();
  }

  private FlinkCluster madeForTheJob() {
    try {
      FlinkCluster made =
          FlinkCluster.ofOneJob(
              Files.createTempDirectory(folder, "own-"),
              Command.jar(),
              "--database=" + databaseUrl(),
              "--key=file:" + folder.resolve("data/key"),
              "--tasks=" + TASK_MANAGERS);
      made.startTaskManager();
      return made;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Moves the job back to the cluster of all, if it has left it. */
  void leaveOwnCluster() {
    own.ifPresent(
        cluster -> {
          cluster.close();
          own = Optional.empty();
          submit();
        });
  }

  private Ended tidemark(String... arguments) {
    Stream<String> place =
        Stream.of("--database-url", databaseUrl(), "--data-dir", folder.resolve("data").toString());
    return run(Command.line(Stream.concat(Stream.of(arguments), place).toList()));
  }

  private Ended run(List<String> command) {
    Ended ended = Program.start(folder, command).awaitEnd();
    if (ended.exit() != 0) {
      throw new AssertionError(command + " failed:\n" + ended.out() + ended.err());
    }
    return ended;
  }

  /** The database, as the job reaches it. */
  private String databaseUrl() {
    Sql database = server.database();
    return database
        .url()
        .replace("jdbc:postgresql://", "postgresql://tidemark:" + database.password() + "@")
        .replace(":" + server.port() + "/", ":" + toServer.port() + "/");
  }

  Sql database() {
    return server.database();
  }

  private void watch(String schema, String organisation) {
    database().run("CREATE SCHEMA " + schema);
    WATCHED.forEach(table -> database().run(VIEW.formatted(table, schema, organisation)));
  }

  /** The rows of the organisation whose source is watched: others have accounts, too. */
  Sql watched() {
    return rows("watched");
  }

  /** The rows of the organisation in whose account something happens all the time. */
  Sql eventful() {
    return rows("eventful");
  }

  private Sql rows(String schema) {
    Sql all = database();
    return all.as(all.user(), all.password(), "SET search_path TO " + schema + ", tidemark");
  }

  /** The database, for an administrator who has the key. */
  DatabaseAccess access() {
    Sql database = database();
    String url =
        database
            .url()
            .replace("jdbc:postgresql://", "postgresql://tidemark:" + database.password() + "@");
    return DatabaseAccess.at(url).withKey("file:" + folder.resolve("data/key"));
  }

  /** A clock processes of the cluster can live by. */
  ShiftedClock shiftedClock() {
    try {
      return ShiftedClock.in(Files.createTempDirectory(folder, "clock-"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The number of the newest job. */
  int newestJob() {
    return (int) database().number("SELECT max(epoch) FROM pipeline_job");
  }

  /** Keeps the database as it is now, to be restored when it has become old. */
  void keepBackup() {
    tidemark("backup", kept().toString());
    keptAt = Instant.now();
  }

  /** Puts what was kept back in its place, once the job has let go of the database. */
  void restoreKept() {
    Streams.within("nobody is connected", Streams.PATIENCE)
        .until(() -> database().number(CONNECTED) == 0);
    System.out.println("the backup is " + Duration.between(keptAt, Instant.now()) + " old");
    tidemark("restore", kept().toString(), "--replace");
  }

  private Path kept() {
    return folder.resolve("kept.backup");
  }

  /** Lets time pass while things are as they are. */
  void letPass(Duration time) {
    Streams.pass(time);
  }

  @Override
  public void close() throws IOException {
    workload.close();
    own.ifPresent(FlinkCluster::close);
    cluster.close();
    toServer.close();
    toSource.close();
    server.close();
    source.close();
  }
}
