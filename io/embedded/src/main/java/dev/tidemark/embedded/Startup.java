// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/** One start of a server, from the data directory's state to a server that answers. */
record Startup(ServerPlan plan, DataDirectory directory) {

  EmbeddedServer start() throws IOException {
    Marker marker = new Marker(directory);
    marker.require();
    requireCluster(marker);
    Account account = plan.accounts().choose(directory);
    Binaries binaries = new BinaryChoice(plan, directory, account).choose();
    return started(new Cluster(plan, directory, account, binaries));
  }

  /** A cluster that is gone is not quietly replaced by an empty one. */
  private void requireCluster(Marker marker) {
    if (marker.port().isPresent() && !Files.exists(directory.cluster())) {
      throw new EmbeddedServerException(
          ("The data directory %s has served before, but its folder cluster, with all the data, is"
                  + " gone. Restore it from a backup, or name a new directory to start empty.")
              .formatted(directory.root()));
    }
  }

  private EmbeddedServer started(Cluster cluster) throws IOException {
    Password password = new PasswordFile(directory).password();
    cluster.createIfAbsent();
    if (!DirectoryLock.of(directory).isUsedElsewhere()) {
      new StaleFile(directory).moveAside();
    }
    Adoption adoption = new Adoption(plan, directory, password);
    Optional<RunningServer> found = adoption.running();
    return found.isPresent() && fits(found.get(), cluster)
        ? entered(cluster, found.get(), Origin.FOUND)
        : launched(cluster, adoption);
  }

  private EmbeddedServer launched(Cluster cluster, Adoption adoption) throws IOException {
    requireNoHiddenServer();
    Optional<RunningServer> server =
        new Launch(plan, directory, cluster, adoption.password()).launch();
    return server.isPresent()
        ? enteredOrStopped(cluster, server.get())
        : entered(cluster, adoption.running().orElseThrow(this::locked), Origin.FOUND);
  }

  private EmbeddedServer enteredOrStopped(Cluster cluster, RunningServer server)
      throws IOException {
    try {
      return entered(cluster, server, Origin.LAUNCHED);
    } catch (IOException | EmbeddedServerException failure) {
      cluster.stop(StopMode.FAST);
      throw failure;
    }
  }

  private EmbeddedServerException locked() {
    return new EmbeddedServerException(
        ("PostgreSQL does not start on %s: the file %s names a process that lives. Stop that"
                + " process if it is a PostgreSQL server; if it is not, remove the file.")
            .formatted(directory.root(), PostmasterFile.pathIn(directory.cluster())));
  }

  /**
   * Two servers on one cluster would destroy it. PostgreSQL itself does not see a server in another
   * container, or on another machine, that shares the directory; the lock of its user is seen.
   */
  private void requireNoHiddenServer() throws IOException {
    if (DirectoryLock.of(directory).isUsedElsewhere()) {
      throw new EmbeddedServerException(
          ("Another process, perhaps in another container, uses the data directory %s, but its"
                  + " server does not answer here. Stop that process, then start again.")
              .formatted(directory.root()));
    }
  }

  private EmbeddedServer entered(Cluster cluster, RunningServer running, Origin origin)
      throws IOException {
    running.createDatabaseIfAbsent(EmbeddedServer.DATABASE);
    new Marker(directory).remember(running.port());
    EmbeddedServer server = new EmbeddedServer(cluster, running, running.version(), origin);
    DirectoryLock.of(directory).enter();
    return server;
  }

  /** A running server on another port than asked for is stopped, unless somebody uses it. */
  private boolean fits(RunningServer server, Cluster cluster) throws IOException {
    int asked = plan.port().orElse(server.port());
    if (asked == server.port()) {
      return true;
    }
    if (!DirectoryLock.of(directory).isUnused()) {
      throw new EmbeddedServerException(
          ("The server on %s listens on port %d, not %d, and another process uses it. Stop that"
                  + " process, or ask for no other port.")
              .formatted(directory.root(), server.port(), asked));
    }
    cluster.stop(StopMode.FAST);
    return false;
  }
}
