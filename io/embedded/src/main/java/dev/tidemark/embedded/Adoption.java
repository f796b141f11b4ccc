// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Looks for a server that already runs on a data directory, and makes sure it is that one. */
record Adoption(ServerPlan plan, DataDirectory directory, Password password) {

  private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(50);

  /** The running server; nothing if none runs, or if what runs is not this directory's. */
  Optional<RunningServer> running() throws IOException {
    Instant end = Instant.now().plus(plan.patience());
    Optional<PostmasterFile> file = living();
    while (file.isPresent() && !file.get().isReady() && Instant.now().isBefore(end)) {
      LockSupport.parkNanos(LOOK_AGAIN);
      file = living();
    }
    return file.map(it -> new RunningServer(it.port(), password)).filter(this::servesThis);
  }

  private Optional<PostmasterFile> living() throws IOException {
    return PostmasterFile.in(directory.cluster()).filter(PostmasterFile::isAlive);
  }

  private boolean servesThis(RunningServer server) {
    try {
      return isCluster(server.cluster());
    } catch (SQLException failure) {
      if (Objects.toString(failure.getSQLState(), "").startsWith("28")) {
        throw strange(server, failure);
      }
      return false; // a file left behind whose process id is another program's by now
    }
  }

  private boolean isCluster(Path path) {
    try {
      return Files.isSameFile(path, directory.cluster());
    } catch (IOException elsewhere) {
      return false;
    }
  }

  private EmbeddedServerException strange(RunningServer server, SQLException failure) {
    return new EmbeddedServerException(
        "A server on port "
            + server.port()
            + " seems to serve the data directory "
            + directory.root()
            + " but does not accept the password in its password file. Stop that"
            + " server, or put the right password file back.",
        failure);
  }
}
