// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a running server says about itself in its cluster, and a killed one leaves behind.
 *
 * @param pid the server's process id
 * @param port where it listens
 * @param status starting, ready, stopping or standby
 */
record PostmasterFile(long pid, int port, String status) {

  private static final int LINES = 8;

  /** The file in {@code cluster}, unless there is none or it is not written to its end yet. */
  static Optional<PostmasterFile> in(Path cluster) throws IOException {
    Path file = pathIn(cluster);
    return Files.exists(file) ? parse(Files.readAllLines(file)) : Optional.empty();
  }

  /** The same, unless that process is no more. */
  static Optional<PostmasterFile> living(Path cluster) throws IOException {
    return in(cluster).filter(PostmasterFile::isAlive);
  }

  static Path pathIn(Path cluster) {
    return cluster.resolve("postmaster.pid");
  }

  private static Optional<PostmasterFile> parse(List<String> lines) {
    try {
      return lines.size() < LINES
          ? Optional.empty()
          : Optional.of(
              new PostmasterFile(
                  Long.parseLong(lines.get(0).strip()),
                  Integer.parseInt(lines.get(3).strip()),
                  lines.get(7).strip()));
    } catch (NumberFormatException garbage) {
      return Optional.empty();
    }
  }

  /** Whether that process lives; another one may have been given the same id meanwhile. */
  private boolean isAlive() {
    return ProcessHandle.of(pid).isPresent();
  }

  boolean isReady() {
    return status.equals("ready");
  }
}
