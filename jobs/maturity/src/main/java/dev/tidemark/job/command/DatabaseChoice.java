// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which database a command is about. */
public final class DatabaseChoice {
  @Option(
      names = "--database-url",
      paramLabel = "URL",
      description = {
        "The PostgreSQL database Tidemark keeps everything in:",
        "postgresql://user:password@host:port/database, or env:NAME or file:PATH that hold it."
      })
  private @Nullable String url;

  @Option(
      names = "--data-dir",
      paramLabel = "FOLDER",
      defaultValue = DataFolder.DEFAULT,
      description = {
        "The folder of the embedded database, used without --database-url, and of the key and the",
        "log (default: ${DEFAULT-VALUE})."
      })
  private Path folder;

  Optional<String> url() {
    return Optional.ofNullable(url);
  }

  DataFolder folder() {
    return new DataFolder(folder);
  }
}
