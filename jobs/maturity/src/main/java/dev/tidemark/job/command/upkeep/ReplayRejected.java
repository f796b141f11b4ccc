// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.upkeep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.job.command.DatabaseChoice;
import dev.tidemark.job.command.OpenDatabase;
import dev.tidemark.job.command.OrganisationChoice;
import dev.tidemark.job.command.Output;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.admin.DeadLetter;
import dev.tidemark.postgres.admin.DeadLetters;
import dev.tidemark.postgres.admin.DeadLetters.Asked;
import dev.tidemark.postgres.admin.LetterChoice;
import dev.tidemark.postgres.admin.Replayability;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Asks to read rejected records again. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = {
      "Have records that could not be used read again, with the connectors as they are now.",
      "Each counts at most once, in the time it was read first, whatever crashes meanwhile. Only",
      "amounts count: facts about assets and cumulative counters were told anew since. A record",
      "that cannot be used this time either stays, with the new reason.",
      "What every pass shows anyway need not be read again, and what a release before this one",
      "kept cannot be: the answer says so."
    })
final class ReplayRejected implements Callable<Integer> {
  @Mixin private DatabaseChoice choice;
  @Mixin private OrganisationChoice organisation;
  @Mixin private Output output;

  @ArgGroup(multiplicity = "1")
  private WantedLetters wanted = new WantedLetters();

  @Option(names = "--dry-run", description = "Only say what would be asked for.")
  private boolean dryRun;

  /** What came of it. */
  private record Answer(Asked asked, String prospect) {}

  @Override
  public Integer call() {
    Answer answer = answer();
    List<DeadLetter> letters = answer.asked.letters();
    output.print(() -> facts(answer), () -> text(answer));
    return wanted.isMet(letters) ? 0 : 1;
  }

  private Answer answer() {
    try (OpenDatabase database = choice.openExisting();
        Administration administration = Administration.of(database.access())) {
      OrganisationId of = organisation.in(administration).id();
      wanted.requireConnector(administration.connectors().list(of));
      Asked asked = asked(of, administration.deadLetters());
      return new Answer(asked, ReplayText.prospect(administration.jobs().newest()));
    }
  }

  private Asked asked(OrganisationId of, DeadLetters letters) {
    LetterChoice meant = wanted.choice();
    List<DeadLetter> known = letters.list(of, meant, Integer.MAX_VALUE);
    wanted.requireKnown(known);
    return dryRun ? new Asked(OptionalLong.empty(), known) : letters.ask(of, meant);
  }

  private Stream<String> text(Answer answer) {
    return Stream.concat(ReplayText.groups(answer.asked.letters()), Stream.of("", end(answer)));
  }

  private String end(Answer answer) {
    long possible = possible(answer).count();
    if (dryRun) {
      return possible + " would be read again. Nothing was changed.";
    }
    return answer.asked.request().isPresent()
        ? "Request %d: %d to be read again. %s"
            .formatted(answer.asked.request().getAsLong(), possible, answer.prospect)
        : "None is read again.";
  }

  private JsonNode facts(Answer answer) {
    ObjectNode facts = Output.JSON.createObjectNode().put("dry_run", dryRun);
    answer.asked.request().ifPresent(request -> facts.put("request", request));
    facts.put("to_be_read_again", possible(answer).count()).put("said", end(answer));
    ArrayNode records = facts.putArray("records");
    answer
        .asked
        .letters()
        .forEach(it -> records.add(LetterFacts.of(it).put("said", ReplayText.state(it))));
    return facts;
  }

  private static Stream<DeadLetter> possible(Answer answer) {
    return answer.asked.letters().stream().filter(it -> it.replay() == Replayability.POSSIBLE);
  }
}
