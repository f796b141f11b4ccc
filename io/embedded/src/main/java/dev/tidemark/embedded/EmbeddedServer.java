// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A PostgreSQL server in use by this process.
 *
 * <p>It runs in processes of its own, listens on 127.0.0.1 only, and outlives a killed JVM; the
 * next {@link ServerPlan#start} on its directory finds it again. Closing stops it unless another
 * process or another instance in this one uses it too: the last one stops it. Safe for use by any
 * number of threads. No shutdown hook is set; that is the program's to decide.
 */
public final class EmbeddedServer implements AutoCloseable {

  static final String USER = "tidemark";
  static final String DATABASE = "tidemark";

  private final Cluster cluster;
  private final RunningServer running;
  private final PostgresVersion version;
  private final Origin origin;
  private final AtomicBoolean used = new AtomicBoolean(true);

  EmbeddedServer(Cluster cluster, RunningServer running, PostgresVersion version, Origin origin) {
    this.cluster = cluster;
    this.running = running;
    this.version = version;
    this.origin = origin;
  }

  /** A plan for the server kept in {@code dataDirectory}: empty, absent, or of an earlier start. */
  public static ServerPlan at(Path dataDirectory) {
    return new ServerPlan(dataDirectory.toAbsolutePath());
  }

  /** The database {@code tidemark}, made at the first start; without user and password. */
  public String jdbcUrl() {
    return running.jdbcUrl(DATABASE);
  }

  /** The port on 127.0.0.1. */
  public int port() {
    return running.port();
  }

  /** The only role there is: a superuser. */
  public String user() {
    return USER;
  }

  /** The role's password, generated at the first start. */
  public Password password() {
    return running.password();
  }

  /** The file the password is in, for another process that is told where it is, not what. */
  public Path passwordFile() {
    return cluster.directory().passwordFile();
  }

  /** The folder all the server's files are in. */
  public Path dataDirectory() {
    return cluster.directory().root();
  }

  /** What the running server says it is. */
  public PostgresVersion version() {
    return version;
  }

  /** Whether it ran already, as its starter was killed or still lives. */
  public boolean wasRunning() {
    return origin == Origin.FOUND;
  }

  /** The database {@code tidemark} together with the login. */
  public Database database() {
    return new Database(jdbcUrl(), USER, password());
  }

  /** Makes a new database with nothing in it, under a name never used before on this server. */
  public Database freshDatabase() {
    String name = "fresh_" + UUID.randomUUID().toString().replace("-", "");
    try {
      running.execute("create database " + name + " template template0");
      return new Database(running.jdbcUrl(name), USER, password());
    } catch (SQLException failure) {
      throw running.lost(failure);
    }
  }

  /** Lets go of the server without stopping it, so that closing does nothing any more. */
  public void leaveRunning() {
    letGo(Optional.empty());
  }

  /**
   * Lets go of the server, stops it if nobody else uses it and waits for its end. Further calls do
   * nothing; a server that has ended by itself is fine.
   *
   * @throws EmbeddedServerException if it does not end in time
   */
  @Override
  public void close() {
    stop(StopMode.FAST);
  }

  void stop(StopMode mode) {
    letGo(Optional.of(mode));
  }

  private void letGo(Optional<StopMode> ifLast) {
    if (used.compareAndSet(true, false)) {
      DirectoryLock.of(cluster.directory()).exclusively(turn -> leave(ifLast));
    }
  }

  private boolean leave(Optional<StopMode> ifLast) throws IOException {
    boolean last = DirectoryLock.of(cluster.directory()).leave();
    if (last && ifLast.isPresent()) {
      cluster.stop(ifLast.get());
    }
    return last;
  }
}
