// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.status;

import dev.tidemark.job.command.DatabaseChoice;
import dev.tidemark.job.command.OpenDatabase;
import dev.tidemark.job.command.Output;
import dev.tidemark.postgres.admin.Administration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says how reading goes. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "Say how reading goes: every stream with its completeness, lag and last error.")
public final class ShowStatus implements Callable<Integer> {
  @Mixin private DatabaseChoice choice;
  @Mixin private Output output;

  @Override
  public Integer call() {
    Standing standing = standing();
    output.print(() -> StatusFacts.of(standing), () -> StatusText.of(standing));
    return 0;
  }

  private Standing standing() {
    try (OpenDatabase database = choice.openExisting();
        Administration administration = Administration.of(database.access())) {
      return Standing.of(database, administration);
    }
  }
}
