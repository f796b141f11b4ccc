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
    Account account = AccountChoice.standard().choose(directory);
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
    Optional<RunningServer> found = new Adoption(plan, directory, password).running();
    if (found.isPresent() && fits(found.get(), cluster)) {
      return entered(cluster, found.get(), Origin.FOUND);
    }
    new StaleFile(directory).moveAside();
    RunningServer launched = new Launch(plan, directory, cluster, password).launch();
    try {
      return entered(cluster, launched, Origin.LAUNCHED);
    } catch (EmbeddedServerException failure) {
      cluster.stop(StopMode.FAST);
      throw failure;
    }
  }

  private EmbeddedServer entered(Cluster cluster, RunningServer running, Origin origin)
      throws IOException {
    running.createDatabaseIfAbsent(EmbeddedServer.DATABASE);
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
