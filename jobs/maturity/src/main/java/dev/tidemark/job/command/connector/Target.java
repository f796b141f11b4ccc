// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.connector;

import dev.tidemark.job.command.DatabaseChoice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The connector a command is about: written in a file, or one that is configured, by its name. */
public final class Target {
  @Mixin private DatabaseChoice database;

  @Parameters(
      paramLabel = "FILE|NAME",
      description = "A connector file (YAML), or the name of a connector that was added.")
  private String target;

  /** Does something with the connector, which is not opened yet. */
  public <T> T use(Function<ReadableConnector, T> work) {
    return isFile()
        ? work.apply(ReadableConnector.of(ConnectorFile.read(Path.of(target))))
        : new StoredConnectors(database).use(target, work);
  }

  private boolean isFile() {
    return target.contains("/")
        || target.endsWith(".yaml")
        || target.endsWith(".yml")
        || Files.isRegularFile(Path.of(target));
  }
}
