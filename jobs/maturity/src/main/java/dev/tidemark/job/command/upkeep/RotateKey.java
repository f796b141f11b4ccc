// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.upkeep;

import dev.tidemark.job.command.CommandFailure;
import dev.tidemark.job.command.DatabaseChoice;
import dev.tidemark.job.command.KeyFile;
import dev.tidemark.job.command.OpenDatabase;
import dev.tidemark.job.command.Output;
import dev.tidemark.job.command.UserFile;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.crypto.EncryptionKey;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Puts a new key in the place of the old one while everything runs. */
@Command(
    name = "rotate",
    mixinStandardHelpOptions = true,
    description = {
      "Put a new key in the place of the old one, while everything runs.",
      "The new key goes in front of the old one, everything is wrapped anew, then the old one"
          + " goes.",
      "A key that does not stand in a file of this machine is only wrapped anew with: put the new",
      "one in front of the old one yourself, separated by a comma, first."
    })
final class RotateKey implements Callable<Integer> {
  @Mixin private DatabaseChoice choice;
  @Mixin private Output output;

  @Option(
      names = "--dry-run",
      description = "Only say how much that is, and whether the present key opens all of it.")
  private boolean dryRun;

  @Override
  public Integer call() {
    try (OpenDatabase database = choice.openExisting();
        Administration administration = Administration.of(database.access())) {
      String reference = choice.keyReference();
      if (dryRun) {
        int opened = administration.keys().rehearse();
        output.note(opened + " sealed entries open with the key of " + reference + ".");
        output.note("Nothing was changed (--dry-run).");
        return 0;
      }
      int count =
          reference.startsWith("file:")
              ? replace(Path.of(reference.substring("file:".length())), administration)
              : rewrap(administration);
      output.note(count + " sealed entries are wrapped with the new key.");
    }
    return 0;
  }

  private static int replace(Path file, Administration administration) {
    String fresh = EncryptionKey.random().reveal() + "\n";
    KeyFile.replace(file, fresh + UserFile.read(file));
    try {
      int count = rewrap(administration);
      KeyFile.replace(file, fresh);
      return count;
    } catch (RuntimeException failure) {
      throw new CommandFailure(
          "The key was not changed everywhere: "
              + failure.getMessage()
              + " Both keys are in "
              + file
              + ", so nothing is lost; try again.",
          failure);
    }
  }

  private static int rewrap(Administration administration) {
    return administration.keys().rewrap("tidemark key rotate");
  }
}
