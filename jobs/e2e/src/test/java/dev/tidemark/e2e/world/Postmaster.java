// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The process of a PostgreSQL server, found as an administrator would. */
record Postmaster(long process, int port) {

  /** The one that runs on a data folder of Tidemark's, if one does. */
  static Optional<Postmaster> of(Path folder) {
    Path file = folder.resolve("cluster/postmaster.pid");
    try {
      return Files.exists(file) ? Optional.of(of(Files.readAllLines(file))) : Optional.empty();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Postmaster of(List<String> lines) {
    return new Postmaster(
        Long.parseLong(lines.get(0).strip()), Integer.parseInt(lines.get(3).strip()));
  }

  /** Ends it with all its processes as {@code kill -9} does. */
  void kill() {
    ProcessHandle.of(process)
        .ifPresent(
            postmaster -> {
              List<ProcessHandle> all =
                  Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
              all.forEach(ProcessHandle::destroyForcibly);
              all.forEach(it -> it.onExit().join());
            });
  }
}
