// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.upkeep;

import dev.tidemark.job.command.CommandFailure;
import dev.tidemark.job.command.DatabaseChoice;
import dev.tidemark.job.command.OpenDatabase;
import dev.tidemark.job.command.Output;
import dev.tidemark.postgres.backup.Backup;
import dev.tidemark.postgres.backup.BackupContents;
import dev.tidemark.postgres.database.Database;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes all that is kept into a file. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = {
      "Write all that is kept into a file, as of one moment, while everything runs.",
      "The key that opens connection details is not in it: keep it elsewhere."
    })
public final class TakeBackup implements Callable<Integer> {
  @Mixin private DatabaseChoice choice;
  @Mixin private Output output;

  @Parameters(
      paramLabel = "PLACE",
      description = {
        "The file to be written, or a folder, in which a file named by the moment is written."
      })
  private Path place;

  @Option(names = "--replace", description = "Replace a file that is there already.")
  private boolean replace;

  @Option(names = "--dry-run", description = "Only say what would be in it.")
  private boolean dryRun;

  @Override
  public Integer call() {
    Path file = Files.isDirectory(place) ? BackupName.in(place, Instant.now()) : place;
    if (Files.exists(file) && !replace) {
      throw new CommandFailure("There is a file " + file + " already: --replace replaces it.");
    }
    try (OpenDatabase open = choice.openExisting();
        Database database = open.access().database()) {
      BackupContents contents = dryRun ? Backup.of(database).rehearse() : taken(database, file);
      BackupText text = new BackupText(file, contents);
      output.print(
          () -> text.facts().put("dry_run", dryRun),
          () -> text.lines(dryRun ? "Would write" : "Wrote"));
    }
    return 0;
  }

  private BackupContents taken(Database database, Path file) {
    try {
      return Backup.of(database)
          .take(file, it -> output.note(it.name() + ": " + it.rows() + " rows"));
    } catch (UncheckedIOException failure) {
      throw new CommandFailure(
          "The backup "
              + file
              + " cannot be written: check that its folder is there, that you may write to it and"
              + " that the disk has room.",
          failure);
    }
  }
}
