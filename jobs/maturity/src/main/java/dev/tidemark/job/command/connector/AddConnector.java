// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.connector;

import dev.tidemark.job.command.DatabaseChoice;
import dev.tidemark.job.command.OpenDatabase;
import dev.tidemark.job.command.Output;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.ledger.PostgresLedger;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Connects an account. */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description = {
      "Connect an account. The file is YAML with organisation, type, name, settings and, where",
      "wanted, streams and schedule; a value may be env:NAME or file:PATH, read now.",
      "Settings are encrypted before they reach the database."
    })
final class AddConnector implements Callable<Integer> {
  @Mixin private DatabaseChoice choice;
  @Mixin private Output output;

  @Parameters(paramLabel = "FILE", description = "The connector file.")
  private Path file;

  @Option(names = "--replace", description = "Where it is there already, give it these settings.")
  private boolean replace;

  @Override
  public Integer call() {
    ConnectorDraft draft = ConnectorFile.read(file);
    try (OpenDatabase database = choice.open();
        Administration administration = Administration.of(database.access());
        PostgresLedger ledger = database.access().open()) {
      Registration registration =
          new Registration(administration, ledger.registry(), "tidemark connector add");
      if (replace) {
        registration.put(draft);
      } else {
        registration.add(draft);
      }
    }
    output.note(draft + " is connected. A running job reads it within seconds.");
    return 0;
  }
}
