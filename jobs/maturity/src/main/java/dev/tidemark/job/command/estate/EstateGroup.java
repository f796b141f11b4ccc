// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.estate;

import dev.tidemark.job.command.CommandGroup;
import picocli.CommandLine.Command;

/** The commands about the estate register. */
@Command(
    name = "estate",
    description = {
      "Say which platforms count, how much, and what does not apply to them.",
      "Every change is kept with its reason and who made it, shows as SCOPE in the score, and takes"
          + " effect in a running job within seconds."
    },
    subcommands = {
      ListPlatforms.class,
      SetMateriality.class,
      RetirePlatform.class,
      RestorePlatform.class,
      ExemptIndicator.class,
      ShowHistory.class
    })
public final class EstateGroup extends CommandGroup {}
