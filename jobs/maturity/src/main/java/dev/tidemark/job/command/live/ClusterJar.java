// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.live;

import dev.tidemark.job.command.CommandFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The jar a cluster is said to hold. */
final class ClusterJar {
  private ClusterJar() {}

  /**
   * Where the cluster has it; empty where nothing was said.
   *
   * @param said a path on every machine of the cluster
   * @param own the jar of this build: where there is another under that path here, the cluster has
   *     hardly this one
   */
  static Optional<Path> of(@Nullable Path said, Path own) {
    if (said == null) {
      return Optional.empty();
    }
    if (!said.isAbsolute()) {
      throw new CommandFailure(
          "--cluster-jar: " + said + " is not the same file everywhere: name it from the root.");
    }
    if (Files.exists(said) && isAnother(said, own)) {
      throw new CommandFailure(
          "--cluster-jar: "
              + said
              + " is of another build than this command ("
              + own
              + "): put that one there, or leave the option out.");
    }
    return Optional.of(said);
  }

  private static boolean isAnother(Path said, Path own) {
    try {
      return !Files.isSameFile(said, own) && Files.mismatch(said, own) >= 0;
    } catch (IOException failure) {
      throw new UncheckedIOException(said + " cannot be read", failure);
    }
  }
}
