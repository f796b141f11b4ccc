// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.model;

import dev.tidemark.job.command.DatabaseChoice;
import dev.tidemark.job.command.OpenDatabase;
import dev.tidemark.job.command.Output;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.admin.Models;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A command that changes the status of one model version. */
@Command(mixinStandardHelpOptions = true)
abstract class ModelChange implements Callable<Integer> {
  @Mixin private DatabaseChoice choice;
  @Mixin private Output output;

  @Parameters(
      paramLabel = "MODEL",
      description = "Id and version, as 'model list' shows them, such as tidemark-core@1.0.0.")
  private String model;

  @Override
  public Integer call() {
    String id = model.replace('@', ' ');
    try (OpenDatabase database = choice.openExisting();
        Administration administration = Administration.of(database.access())) {
      change(administration.models(), id);
    }
    output.note(model + " " + done());
    return 0;
  }

  /** What is the case afterwards, to follow the model's id. */
  abstract String done();

  abstract void change(Models models, String id);
}
