// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.upkeep;

import dev.tidemark.job.command.CommandFailure;
import dev.tidemark.job.command.DatabaseChoice;
import dev.tidemark.job.command.OpenDatabase;
import dev.tidemark.job.command.Output;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.backup.BackupFile;
import dev.tidemark.postgres.backup.Restoration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fills a database from a backup. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = {
      "Fill a database from a backup, whole or not at all. End the job and the console first.",
      "Each stream goes on from where it was then; what came after is read again, once."
    })
public final class RestoreBackup implements Callable<Integer> {
  @Mixin private DatabaseChoice choice;
  @Mixin private Output output;

  @Parameters(paramLabel = "PLACE", description = "The backup, or a folder with backups.")
  private Path place;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description = {
        "Of a folder: the newest backup taken by this time, such as 2026-01-31T10:00:00Z",
        "(default: the newest)."
      })
  private @Nullable Instant latest;

  @Option(
      names = "--replace",
      description = "Put it in the place of organisations that are there now.")
  private boolean replace;

  @Option(
      names = "--dry-run",
      description = "Only read the backup to its end and say what it would replace.")
  private boolean dryRun;

  @Override
  public Integer call() {
    try (BackupFile file = BackupFile.open(chosen());
        OpenDatabase database = choice.openUnchanged()) {
      Restoration restoration = Restoration.into(database.access());
      List<String> present = restoration.present();
      if (dryRun) {
        restoration.check(file);
      } else {
        requireAllowed(present);
        restoration.run(file, it -> output.note(it.name() + ": " + it.rows() + " rows"));
        tellAboutKey(database);
      }
      tell(file, present);
    }
    return 0;
  }

  private Path chosen() {
    return Files.isDirectory(place)
        ? BackupName.newest(place, latest == null ? Instant.MAX : latest)
        : place;
  }

  private void requireAllowed(List<String> present) {
    if (!present.isEmpty() && !replace) {
      throw new CommandFailure(
          "The database holds "
              + String.join(", ", present)
              + ": --replace puts the backup in its place (see 'tidemark backup' first).");
    }
  }

  private void tell(BackupFile file, List<String> present) {
    BackupText text = new BackupText(file.path(), file.contents());
    output.print(
        () -> {
          var facts = text.facts().put("dry_run", dryRun);
          present.forEach(facts.putArray("replaced")::add);
          return facts;
        },
        () -> text.lines(dryRun ? "Would restore" : "Restored"));
    if (dryRun && !present.isEmpty()) {
      output.note("It would replace " + String.join(", ", present) + ".");
    }
  }

  private void tellAboutKey(OpenDatabase database) {
    try (Administration administration = Administration.of(database.access())) {
      int opened = administration.keys().rehearse();
      output.note(opened + " sealed entries open with the key of " + choice.keyReference() + ".");
    } catch (RuntimeException closed) {
      output.note(
          "The key of "
              + choice.keyReference()
              + " does not open what is sealed: name the one of that time with --key.");
    }
  }
}
