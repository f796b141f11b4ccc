// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.job.command.DatabaseChoice;
import dev.tidemark.job.command.EffectText;
import dev.tidemark.job.command.OpenDatabase;
import dev.tidemark.job.command.OrganisationChoice;
import dev.tidemark.job.command.Output;
import dev.tidemark.job.command.UserFile;
import dev.tidemark.maturity.document.InvalidDocumentException;
import dev.tidemark.maturity.document.Problem;
import dev.tidemark.maturity.live.Rehearsal;
import dev.tidemark.maturity.live.Rehearsal.Effect;
import dev.tidemark.maturity.model.MaturityModel;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.ledger.PostgresLedger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a model file. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Check a model file and name every problem of it. Nothing is registered or changed.",
      "With --effect, also show what the model would do to the score an organisation has now."
    })
final class CheckModel implements Callable<Integer> {
  @Mixin private DatabaseChoice choice;
  @Mixin private OrganisationChoice organisation;
  @Mixin private Output output;

  @Parameters(paramLabel = "FILE", description = "The model file (YAML).")
  private Path file;

  @Option(
      names = "--effect",
      description =
          "Compare with the model that counts, over what is known of the organisation now.")
  private boolean withEffect;

  @Override
  public Integer call() {
    String yaml = UserFile.read(file);
    try {
      MaturityModel model = MaturityModel.parse(yaml, file.toString());
      Optional<Effect> effect = withEffect ? Optional.of(effect(model)) : Optional.empty();
      output.print(() -> facts(model, effect), () -> text(model, effect));
      return 0;
    } catch (InvalidDocumentException refusal) {
      if (!output.isJson()) {
        throw refusal;
      }
      output.print(() -> facts(refusal), Stream::empty);
      return 1;
    }
  }

  private Effect effect(MaturityModel model) {
    try (OpenDatabase database = choice.openExisting();
        Administration administration = Administration.of(database.access());
        PostgresLedger ledger = database.access().open()) {
      return Rehearsal.of(ledger, organisation.in(administration).id(), Instant.now()).under(model);
    }
  }

  private static Stream<String> text(MaturityModel model, Optional<Effect> effect) {
    String fine =
        "%s is fine: %d dimensions, %d indicators."
            .formatted(
                ModelChoice.text(model.reference()),
                model.dimensions().size(),
                model.indicators().size());
    return Stream.concat(Stream.of(fine), effect.stream().flatMap(EffectText::lines));
  }

  private ObjectNode facts(MaturityModel model, Optional<Effect> effect) {
    ObjectNode facts = Output.JSON.createObjectNode();
    facts.put("file", file.toString()).put("valid", true).set("model", ModelFacts.of(model));
    effect.ifPresent(it -> facts.set("effect", EffectText.facts(it)));
    return facts;
  }

  private ObjectNode facts(InvalidDocumentException refusal) {
    ObjectNode facts =
        Output.JSON.createObjectNode().put("file", file.toString()).put("valid", false);
    ArrayNode problems = facts.putArray("problems");
    refusal.problems().stream().map(Problem::toString).forEach(problems::add);
    return facts;
  }
}
