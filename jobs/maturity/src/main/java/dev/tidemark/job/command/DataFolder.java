// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The folder {@code up} keeps everything in.
 *
 * @param root as named by the user
 */
public record DataFolder(Path root) {
  /** Where it is unless told otherwise. */
  public static final String DEFAULT = ".tidemark";

  /** The embedded PostgreSQL server. */
  public Path server() {
    return root.resolve("postgresql");
  }

  /** Checkpoints and scratch files of Flink; nothing in it is needed again. */
  public Path flink() {
    return root.resolve("flink");
  }

  /** The key that seals connection details. Whoever loses it has to enter them again. */
  public Path key() {
    return root.resolve("key");
  }

  /** Whether an embedded server was ever started here. */
  public boolean holdsServer() {
    return Files.isDirectory(server());
  }

  /** Makes the folder, for its owner alone, where it is not there yet. */
  public DataFolder created() {
    try {
      if (!Files.isDirectory(root)) {
        Files.createDirectories(root);
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
      }
      return this;
    } catch (IOException | UnsupportedOperationException failure) {
      throw new CommandFailure(
          "The data folder " + root + " cannot be made. Name another with --data-dir.", failure);
    }
  }
}
