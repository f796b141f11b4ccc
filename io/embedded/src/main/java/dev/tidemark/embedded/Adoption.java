// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Looks for a server that already runs on a data directory, and makes sure it is that one. */
record Adoption(ServerPlan plan, DataDirectory directory, Password password) {

  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  /** The running server; nothing if none runs, or if what runs is not this directory's. */
  Optional<RunningServer> running() throws IOException {
    return settled()
        .filter(PostmasterFile::isReady)
        .map(file -> new RunningServer(directory, file.port(), password))
        .filter(this::servesThis);
  }

  /** Waits for a server that is starting, perhaps recovering, or stopping. */
  private Optional<PostmasterFile> settled() throws IOException {
    Instant end = Instant.now().plus(plan.patience());
    Optional<PostmasterFile> file = PostmasterFile.living(directory.cluster());
    while (file.isPresent() && !file.get().isReady() && Instant.now().isBefore(end)) {
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
      file = PostmasterFile.living(directory.cluster());
    }
    return file;
  }

  private boolean servesThis(RunningServer server) {
    try {
      return isCluster(server.cluster());
    } catch (SQLException failure) {
      if (RunningServer.isRefusal(failure)) {
        throw server.lost(failure);
      }
      return false; // the process id in a file left behind is another program's by now
    }
  }

  private boolean isCluster(Path path) {
    try {
      return Files.isSameFile(path, directory.cluster());
    } catch (IOException elsewhere) {
      return false;
    }
  }
}
