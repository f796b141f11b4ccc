// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.connector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.job.command.CommandFailure;
import dev.tidemark.job.command.DatabaseChoice;
import dev.tidemark.job.command.OpenDatabase;
import dev.tidemark.job.command.Output;
import dev.tidemark.model.ConnectorId;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.admin.Rewinding;
import dev.tidemark.postgres.admin.Rewinding.Held;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Has one stream read again from its beginning. */
@Command(
    name = "rewind",
    mixinStandardHelpOptions = true,
    description = {
      "Forget what one stream of a connector read and have it read again from its beginning.",
      "The running job takes it up within five minutes and counts everything once; other streams"
          + " do",
      "not notice. What the source does not show any more is lost, and what counters that only"
          + " ever",
      "rise have counted cannot be read again: see what it is with --dry-run first."
    })
final class RewindStream implements Callable<Integer> {
  @Mixin private DatabaseChoice choice;
  @Mixin private ConnectorChoice connector;
  @Mixin private Output output;

  @Parameters(
      index = "1",
      paramLabel = "STREAM",
      description = "The stream's name, as 'tidemark status' tells it.")
  private String stream;

  @Option(
      names = "--forget-counted",
      description = "Also where counters have counted what cannot be read again.")
  private boolean forgetting;

  @Option(names = "--dry-run", description = "Only say what would be taken away and read again.")
  private boolean dryRun;

  @Override
  public Integer call() {
    Held held = rewound();
    output.print(() -> facts(held), () -> text(held));
    output.note(
        dryRun
            ? "Nothing was changed (--dry-run)."
            : connector.name() + "/" + stream + " is read again from the beginning.");
    return 0;
  }

  private Held rewound() {
    try (OpenDatabase database = choice.openExisting();
        Administration administration = Administration.of(database.access())) {
      ConnectorId id = connector.in(administration).id();
      Rewinding rewinding = administration.rewinding();
      Held held = rewinding.held(id, stream).orElseThrow(() -> unknown(rewinding, id));
      if (dryRun) {
        return held;
      }
      requireNothingLost(held);
      String purpose = Registration.purpose("tidemark connector rewind " + stream);
      return rewinding.rewind(id, stream, purpose).orElseThrow(() -> unknown(rewinding, id));
    }
  }

  private void requireNothingLost(Held held) {
    if (held.counters() > 0 && !forgetting) {
      throw new CommandFailure(
          "What "
              + held.counters()
              + " counters of "
              + connector.name()
              + "/"
              + stream
              + " have counted cannot be read again: its source shows only where they stand."
              + " Nothing was changed. If it may be forgotten, add --forget-counted.");
    }
  }

  private CommandFailure unknown(Rewinding rewinding, ConnectorId id) {
    return new CommandFailure(
        connector.name()
            + " has no stream '"
            + stream
            + "'. It has: "
            + String.join(", ", rewinding.streams(id))
            + ".");
  }

  private ObjectNode facts(Held held) {
    return Output.JSON
        .createObjectNode()
        .put("connector", connector.name())
        .put("stream", stream)
        .put("dry_run", dryRun)
        .put("complete_through", text(held.completeThrough()))
        .put("windows", held.windows())
        .put("earliest", text(held.earliest()))
        .put("assets", held.facts())
        .put("counters", held.counters())
        .put("rejected", held.rejected());
  }

  private Stream<String> text(Held held) {
    String from = held.earliest() == null ? "" : ", the first of " + held.earliest();
    return Stream.of(
        "known through   " + (held.completeThrough() == null ? "-" : held.completeThrough()),
        "windows         " + held.windows() + from,
        "assets told of  " + held.facts(),
        "rejected        " + held.rejected(),
        "counters        "
            + held.counters()
            + (held.counters() == 0 ? "" : ", whose past cannot be read again"));
  }

  private static @Nullable String text(@Nullable Instant at) {
    return at == null ? null : at.toString();
  }
}
