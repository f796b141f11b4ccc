// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.connector;

import dev.tidemark.job.command.CommandGroup;
import picocli.CommandLine.Command;

/** The commands about configured connectors. */
@Command(
    name = "connector",
    description = "Add, list, pause, resume, reset, rewind and remove connectors.",
    subcommands = {
      AddConnector.class,
      ListConnectors.class,
      PauseConnector.class,
      ResumeConnector.class,
      ResetConnector.class,
      RewindStream.class,
      RemoveConnector.class
    })
public final class ConnectorGroup extends CommandGroup {}
