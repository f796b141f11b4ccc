// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.model;

import dev.tidemark.job.command.CommandGroup;
import picocli.CommandLine.Command;

/** The commands about model versions. */
@Command(
    name = "model",
    description = "Add, list, shadow and activate versions of the scoring model.",
    subcommands = {AddModel.class, ListModels.class, ActivateModel.class, ShadowModel.class})
public final class ModelGroup extends CommandGroup {}
