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

/** A command that changes the status of one model version. */
@Command(mixinStandardHelpOptions = true)
abstract class ModelChange implements Callable<Integer> {
  @Mixin private DatabaseChoice choice;
  @Mixin private Output output;

  @Mixin private ModelChoice model;

  @Override
  public Integer call() {
    try (OpenDatabase database = choice.openExisting();
        Administration administration = Administration.of(database.access())) {
      change(administration.models(), model.in(administration).id());
    }
    output.note(model.text() + " " + done());
    return 0;
  }

  /** What is the case afterwards, to follow the model's id. */
  abstract String done();

  abstract void change(Models models, String id);
}
