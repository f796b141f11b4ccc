// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.upkeep;

import dev.tidemark.job.command.CommandGroup;
import picocli.CommandLine.Command;

/** The commands about records that could not be used. */
@Command(
    name = "rejected",
    description = "Show the records that could not be used, and read them again.",
    subcommands = {ListRejected.class, ShowRejected.class, ReplayRejected.class})
public final class RejectedGroup extends CommandGroup {}
