// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.upkeep;

import dev.tidemark.job.command.CommandGroup;
import picocli.CommandLine.Command;

/** The commands about the encryption key. */
@Command(
    name = "key",
    description = "Change the key that seals connection details.",
    subcommands = RotateKey.class)
public final class KeyGroup extends CommandGroup {}
