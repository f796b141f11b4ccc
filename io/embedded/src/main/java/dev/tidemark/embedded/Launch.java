// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;

/** Starts the server's processes on a port nobody uses. */
record Launch(ServerPlan plan, DataDirectory directory, Cluster cluster, Password password) {

  private static final int ATTEMPTS = 5;
  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  /** The server; nothing if another one came up on the directory in the meantime. */
  Optional<RunningServer> launch() throws IOException {
    return launched(ATTEMPTS);
  }

  private Optional<RunningServer> launched(int attempts) throws IOException {
    ServerLog log = ServerLog.renewed(directory);
    int port = port(attempts);
    WholeFile.write(directory, directory.settings(), Settings.of(plan, cluster.binaries()).text());
    ToolRun run = cluster.start(port);
    if (run.succeeded()) {
      return Optional.of(new RunningServer(directory, port, password));
    }
    return afterFailure(attempts, port, log.lastComplaint().orElse(run.lastWords()));
  }

  /** Between looking for a free port and taking it, somebody else may have. */
  private Optional<RunningServer> afterFailure(int attempts, int port, String words)
      throws IOException {
    if (words.contains("lock file")) {
      return Optional.empty();
    }
    if (attempts > 1 && plan.port().isEmpty() && !isFree(port)) {
      return launched(attempts - 1);
    }
    throw Trouble.giveUp("PostgreSQL did not start on", directory, words);
  }

  private int port(int attempts) throws IOException {
    if (plan.port().isPresent()) {
      return required(plan.port().getAsInt());
    }
    return attempts == ATTEMPTS
        ? new Marker(directory).port().filter(Launch::isFree).orElse(anyFree())
        : anyFree();
  }

  private int required(int port) {
    if (!isFree(port)) {
      throw new EmbeddedServerException(
          ("Port %d on 127.0.0.1, asked for by the server on %s, is in use. Stop what listens"
                  + " there, or choose another port.")
              .formatted(port, directory.root()));
    }
    return port;
  }

  private static boolean isFree(int port) {
    try {
      return open(port) == port;
    } catch (IOException taken) {
      return false;
    }
  }

  static int anyFree() throws IOException {
    return open(0);
  }

  private static int open(int port) throws IOException {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByAddress(LOOPBACK))) {
      return socket.getLocalPort();
    }
  }
}
