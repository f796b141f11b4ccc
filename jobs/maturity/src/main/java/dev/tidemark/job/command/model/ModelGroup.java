// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.model;

import dev.tidemark.job.command.CommandGroup;
import picocli.CommandLine.Command;

/** The commands about model versions. */
@Command(
    name = "model",
    description = "Check, add, show, shadow, back-cast and activate versions of the scoring model.",
    subcommands = {
      CheckModel.class,
      AddModel.class,
      ListModels.class,
      ShowModel.class,
      ShadowModel.class,
      BackcastModel.class,
      ActivateModel.class
    })
public final class ModelGroup extends CommandGroup {}
