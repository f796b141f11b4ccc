// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.model;

import dev.tidemark.job.command.DatabaseChoice;
import dev.tidemark.job.command.OpenDatabase;
import dev.tidemark.job.command.Output;
import dev.tidemark.job.command.UserFile;
import dev.tidemark.maturity.model.MaturityModel;
import dev.tidemark.postgres.admin.Administration;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Registers a model version as a draft. */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description = {
      "Register a model version as a draft, after checking all of it.",
      "What is registered never changes: a change is a new version."
    })
final class AddModel implements Callable<Integer> {
  @Mixin private DatabaseChoice choice;
  @Mixin private Output output;

  @Parameters(paramLabel = "FILE", description = "The model file (YAML).")
  private Path file;

  @Override
  public Integer call() {
    String yaml = UserFile.read(file);
    MaturityModel model = MaturityModel.parse(yaml, file.toString());
    try (OpenDatabase database = choice.open();
        Administration administration = Administration.of(database.access())) {
      administration.models().register(model.reference(), model.version(), yaml);
    }
    output.note(
        model.reference()
            + " is registered as a draft. Next: tidemark model shadow "
            + model.reference().replace(' ', '@'));
    return 0;
  }
}
