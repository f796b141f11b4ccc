// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.outlet;

import dev.tidemark.job.command.CommandGroup;
import picocli.CommandLine.Command;

/** The commands about outlets. */
@Command(
    name = "outlet",
    description = {
      "Tell others what was committed: add, list, pause, resume, rewind, replay and remove"
          + " outlets,",
      "and run them where neither 'up' nor 'console' does."
    },
    subcommands = {
      AddOutlet.class,
      ListOutlets.class,
      ListOutletTypes.class,
      PauseOutlet.class,
      ResumeOutlet.class,
      RewindOutlet.class,
      ListLetters.class,
      ReplayLetters.class,
      RemoveOutlet.class,
      RunOutlets.class
    })
public final class OutletGroup extends CommandGroup {}
