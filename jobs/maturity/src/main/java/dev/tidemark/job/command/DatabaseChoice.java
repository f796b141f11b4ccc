// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command;

import dev.tidemark.spi.options.References;
import java.nio.file.Path;
import java.util.Map;
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

  @Option(
      names = "--key",
      paramLabel = "REFERENCE",
      description = {
        "The key that seals connection details, as env:NAME or file:PATH",
        "(default: the file 'key' in the data folder, made with the first use)."
      })
  private @Nullable String key;

  /** The embedded database of a data folder. */
  public static DatabaseChoice embedded(Path folder) {
    DatabaseChoice choice = new DatabaseChoice();
    choice.folder = folder;
    return choice;
  }

  /** Opens the database; its tables are brought to what this build works with. */
  public OpenDatabase open() {
    OpenDatabase database = connected();
    try {
      database.access().migrations().apply();
      return database;
    } catch (RuntimeException failure) {
      database.close();
      throw failure;
    }
  }

  /** As {@link #open}, with its tables left as they are, or missing. */
  public OpenDatabase openUnchanged() {
    return connected();
  }

  /**
   * As {@link #open}, for a job that runs on other machines: they cannot read the key file of this
   * one, so where no other reference is given the key itself travels with the job.
   */
  public OpenDatabase openForCluster() {
    if (key == null) {
      key = UserFile.read(Path.of(keyReference().substring("file:".length()))).strip();
    }
    return open();
  }

  /** As {@link #open}, but a data folder in which nothing was ever started is a failure. */
  public OpenDatabase openExisting() {
    if (url == null && !folder().holdsServer()) {
      throw new CommandFailure(
          "There is nothing in the data folder "
              + folder().root()
              + " yet. Start 'tidemark up' first, or name another with --data-dir, or a database"
              + " with --database-url.");
    }
    return open();
  }

  /** The folder for the key, the log and, where it is used, the embedded database. */
  public DataFolder folder() {
    return new DataFolder(folder);
  }

  /** Where the key is. */
  public String keyReference() {
    return key == null ? KeyFile.in(folder()) : key;
  }

  private OpenDatabase connected() {
    LogFile.in(folder().created().root());
    return url == null
        ? OpenDatabase.embedded(folder(), keyReference())
        : OpenDatabase.at(resolved(url), keyReference());
  }

  private static String resolved(String url) {
    return String.valueOf(
        References.standard().resolve(Map.of("--database-url", url)).get("--database-url"));
  }
}
