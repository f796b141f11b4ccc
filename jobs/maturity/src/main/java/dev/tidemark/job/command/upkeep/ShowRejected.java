// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.upkeep;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.tidemark.job.command.DatabaseChoice;
import dev.tidemark.job.command.OpenDatabase;
import dev.tidemark.job.command.OrganisationChoice;
import dev.tidemark.job.command.Output;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.admin.DeadLetter;
import dev.tidemark.postgres.admin.DeadLetters.Opened;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows rejected records with what they hold. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = {
      "Show records that could not be used: why, of which stream, and their original bytes.",
      "They may hold what is nobody's to read, so each look is audited."
    })
final class ShowRejected implements Callable<Integer> {
  @Mixin private DatabaseChoice choice;
  @Mixin private OrganisationChoice organisation;
  @Mixin private Output output;

  @Parameters(
      paramLabel = "ID",
      arity = "1..*",
      description = "The records' ids, as 'tidemark rejected list' tells them.")
  private List<UUID> ids;

  @Override
  public Integer call() {
    List<Opened> opened = opened();
    output.print(
        () -> {
          ArrayNode facts = Output.JSON.createArrayNode();
          opened.forEach(it -> facts.add(LetterFacts.of(it)));
          return facts;
        },
        () -> opened.stream().flatMap(ShowRejected::text));
    return 0;
  }

  private List<Opened> opened() {
    try (OpenDatabase database = choice.openExisting();
        Administration administration = Administration.of(database.access())) {
      List<Opened> opened =
          administration
              .deadLetters()
              .open(organisation.in(administration).id(), ids, "tidemark rejected show");
      List<UUID> found = opened.stream().map(it -> it.letter().id()).toList();
      ReplayText.requireAll(ids, found);
      return opened;
    }
  }

  private static Stream<String> text(Opened opened) {
    DeadLetter it = opened.letter();
    Optional<String> text = LetterFacts.text(opened.payload());
    return Stream.of(
        "record     " + it.id(),
        "reason     " + it.reason(),
        "connector  " + it.connector() + " (" + it.connectorType() + ")",
        "stream     " + it.stream().name(),
        "key        " + it.key(),
        "read       " + it.observedAt() + ", seen last " + it.seenAt() + ", " + it.times() + " x",
        "state      it " + ReplayText.state(it),
        "bytes      " + it.bytes() + (text.isPresent() ? "" : ", no text: as Base64"),
        text.orElseGet(() -> LetterFacts.base64(opened.payload())),
        "");
  }
}
