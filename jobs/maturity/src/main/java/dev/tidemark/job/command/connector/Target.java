// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.connector;

import dev.tidemark.job.command.CommandFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** The connector a command is about: written in a file, or one that is configured, by its name. */
public final class Target {

  @Parameters(
      paramLabel = "FILE|NAME",
      description = "A connector file (YAML), or the name of a connector that was added.")
  private String target;

  /** The connector, not opened yet. */
  public ReadableConnector find() {
    if (isFile()) {
      return ReadableConnector.of(ConnectorFile.read(Path.of(target)));
    }
    throw new CommandFailure("There is no connector named '" + target + "'.");
  }

  private boolean isFile() {
    return target.contains("/")
        || target.endsWith(".yaml")
        || target.endsWith(".yml")
        || Files.isRegularFile(Path.of(target));
  }
}
