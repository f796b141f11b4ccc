// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.upkeep;

import dev.tidemark.job.command.CommandFailure;
import dev.tidemark.postgres.admin.ConnectorEntry;
import dev.tidemark.postgres.admin.DeadLetter;
import dev.tidemark.postgres.admin.LetterChoice;
import dev.tidemark.postgres.admin.Replayability;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which rejected records a command is about: exactly one way to say so. */
final class WantedLetters {
  @Parameters(
      paramLabel = "ID",
      arity = "1..*",
      description = "The records' ids, as 'tidemark rejected list' tells them.")
  private @Nullable List<UUID> ids;

  @Option(
      names = "--connector",
      paramLabel = "NAME",
      required = true,
      description = "Those of a connector.")
  private @Nullable String connector;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      required = true,
      description = "Those whose reason contains this text, whatever its case.")
  private @Nullable String reason;

  @Option(names = "--all", required = true, description = "All of them.")
  private boolean all;

  LetterChoice choice() {
    if (ids != null) {
      return LetterChoice.of(ids);
    }
    if (connector != null) {
      return LetterChoice.ofConnector(connector);
    }
    return all ? LetterChoice.all() : LetterChoice.reason(Objects.requireNonNull(reason));
  }

  /** Refuses a connector that is not there. */
  void requireConnector(List<ConnectorEntry> known) {
    List<String> names = known.stream().map(ConnectorEntry::name).toList();
    if (connector != null && !names.contains(connector)) {
      throw new CommandFailure(
          "There is no connector '"
              + connector
              + "'. There are: "
              + String.join(", ", names)
              + ".");
    }
  }

  /** Refuses ids that are nobody's. */
  void requireKnown(List<DeadLetter> known) {
    if (ids != null) {
      ReplayText.requireAll(ids, known.stream().map(DeadLetter::id).toList());
    }
  }

  /** Whether what was named one by one could all be asked for; others are as many as there are. */
  boolean isMet(List<DeadLetter> letters) {
    return ids == null || letters.stream().allMatch(it -> it.replay() == Replayability.POSSIBLE);
  }
}
