// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.score;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.job.command.CommandFailure;
import dev.tidemark.job.command.DatabaseChoice;
import dev.tidemark.job.command.OpenDatabase;
import dev.tidemark.job.command.OrganisationChoice;
import dev.tidemark.job.command.Output;
import dev.tidemark.maturity.card.ScoreCardText;
import dev.tidemark.maturity.card.Style;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.admin.Organisations.Organisation;
import dev.tidemark.postgres.admin.Scores.Card;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows scores. */
@Command(
    name = "score",
    mixinStandardHelpOptions = true,
    description = "Show the score card of an organisation, or score a file of evidence.")
public final class ShowScore implements Callable<Integer> {
  @Mixin private DatabaseChoice choice;
  @Mixin private Output output;

  @Parameters(
      arity = "0..1",
      paramLabel = "ORGANISATION",
      description = "The organisation; needed where there is more than one.")
  private @Nullable String organisation;

  @Option(names = "--explain", description = "Show the evidence behind every indicator, too.")
  private boolean explain;

  @Option(
      names = "--since",
      paramLabel = "DATE",
      description = "Show also what moved the score since the close of that day (2026-01-31).")
  private @Nullable LocalDate since;

  @ArgGroup(exclusive = false, heading = "%nWithout a database:%n")
  private @Nullable Files files;

  /** Both or none. */
  static final class Files {
    @Option(
        names = "--model",
        paramLabel = "FILE",
        required = true,
        description = "A model file (YAML).")
    private Path model;

    @Option(
        names = "--evidence",
        paramLabel = "FILE",
        required = true,
        description = "An evidence file (JSON).")
    private Path evidence;
  }

  @Override
  public Integer call() {
    Files offline = files;
    if (offline != null) {
      new OfflineScore(offline.model, offline.evidence).print(output);
    } else {
      online();
    }
    return 0;
  }

  private void online() {
    try (OpenDatabase database = choice.openExisting();
        Administration administration = Administration.of(database.access())) {
      Organisation owner = OrganisationChoice.find(administration, organisation);
      Card card = card(administration, owner);
      Optional<ScoreHistory> history =
          Optional.ofNullable(since)
              .map(day -> ScoreHistory.of(administration.scores(), owner.id(), day));
      output.print(() -> facts(card, history), () -> text(card, history));
    }
  }

  private static JsonNode facts(Card card, Optional<ScoreHistory> history) {
    ObjectNode facts = CardFacts.of(card.json());
    history.ifPresent(it -> it.write(facts));
    return facts;
  }

  private Stream<String> text(Card card, Optional<ScoreHistory> history) {
    String text =
        explain
            ? ScoreCardText.renderExplained(card.json(), Style.PLAIN)
            : ScoreCardText.render(card.json(), Style.PLAIN);
    return Stream.concat(text.lines(), history.stream().flatMap(ScoreHistory::lines));
  }

  private static Card card(Administration administration, Organisation owner) {
    return administration
        .scores()
        .card(owner.id())
        .orElseThrow(
            () ->
                new CommandFailure(
                    owner.name()
                        + " has no score yet. A running job ('tidemark up' or 'tidemark run')"
                        + " writes the first one within seconds."));
  }
}
