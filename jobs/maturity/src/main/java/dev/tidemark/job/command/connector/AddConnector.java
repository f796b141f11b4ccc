// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.connector;

import dev.tidemark.job.command.DatabaseChoice;
import dev.tidemark.job.command.OpenDatabase;
import dev.tidemark.job.command.Output;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.ledger.PostgresLedger;
import java.nio.file.Path;
import java.util.List;
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
      "Connect accounts. A file is YAML with organisation, type, name, settings and, where",
      "wanted, streams, schedule and budget; a value may be env:NAME or file:PATH, read now.",
      "Settings are encrypted before they reach the database. All files are checked first."
    })
final class AddConnector implements Callable<Integer> {
  @Mixin private DatabaseChoice choice;
  @Mixin private Output output;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "A connector file each.")
  private List<Path> files;

  @Option(names = "--replace", description = "Where it is there already, give it these settings.")
  private boolean replace;

  @Override
  public Integer call() {
    List<ConnectorDraft> drafts = files.stream().map(ConnectorFile::read).toList();
    try (OpenDatabase database = choice.open();
        Administration administration = Administration.of(database.access());
        PostgresLedger ledger = database.access().open()) {
      Registration registration =
          new Registration(administration, ledger.registry(), "tidemark connector add");
      drafts.forEach(draft -> connect(draft, registration));
    }
    output.note(names(drafts) + " connected. A running job reads within seconds.");
    return 0;
  }

  private void connect(ConnectorDraft draft, Registration registration) {
    if (replace) {
      registration.put(draft);
    } else {
      registration.add(draft);
    }
  }

  private static String names(List<ConnectorDraft> drafts) {
    return drafts.size() == 1 ? drafts.get(0) + " is" : drafts.size() + " accounts are";
  }
}
