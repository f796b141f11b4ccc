// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.embedded;

import java.io.IOException;
import java.util.Optional;

/** One start of a server, from the data directory's state to a server that answers. */
record Startup(ServerPlan plan, DataDirectory directory) {

  EmbeddedServer start() throws IOException {
    Account account = AccountChoice.standard().choose(directory);
    Binaries binaries = new BinaryChoice(plan, directory, account).choose();
    Cluster cluster = new Cluster(plan, directory, account, binaries);
    return joined(cluster, password(cluster));
  }

  private Password password(Cluster cluster) throws IOException {
    new Marker(directory).writeIfAbsent();
    Password password = new PasswordFile(directory).password();
    cluster.createIfAbsent();
    return password;
  }

  private EmbeddedServer joined(Cluster cluster, Password password) throws IOException {
    Optional<RunningServer> found = new Adoption(plan, directory, password).running();
    RunningServer running =
        found.isPresent() && fits(found.get(), cluster)
            ? found.get()
            : new Launch(plan, directory, cluster, password).launch();
    running.createDatabaseIfAbsent(EmbeddedServer.DATABASE);
    DirectoryLock.of(directory).enter();
    return new EmbeddedServer(cluster, running, running.version());
  }

  /** A running server on another port than asked for is stopped, unless somebody uses it. */
  private boolean fits(RunningServer server, Cluster cluster) throws IOException {
    if (plan.port().isEmpty() || plan.port().getAsInt() == server.port()) {
      return true;
    }
    requireUnused(server);
    cluster.stop(StopMode.FAST);
    return false;
  }

  private void requireUnused(RunningServer server) throws IOException {
    if (!DirectoryLock.of(directory).isUnused()) {
      throw new EmbeddedServerException(
          "The server on "
              + directory.root()
              + " is in use by another process and listens on"
              + " port "
              + server.port()
              + ", not "
              + plan.port().getAsInt()
              + ". Stop that process, or ask for no other port.");
    }
  }
}
