// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.job.command.DatabaseChoice;
import dev.tidemark.job.command.OpenDatabase;
import dev.tidemark.job.command.Output;
import dev.tidemark.job.command.Table;
import dev.tidemark.maturity.model.MaturityModel;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.admin.Models;
import dev.tidemark.postgres.admin.Models.Model;
import dev.tidemark.postgres.admin.Models.Series;
import dev.tidemark.postgres.admin.Models.Succession;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows one registered model version. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Show a model version: what it consists of, its series and what it followed.")
final class ShowModel implements Callable<Integer> {
  @Mixin private DatabaseChoice choice;
  @Mixin private Output output;
  @Mixin private ModelChoice chosen;

  /** Everything shown. */
  private record Shown(
      Model entry, MaturityModel model, List<Series> series, List<Succession> successions) {}

  @Override
  public Integer call() {
    Shown shown = shown();
    output.print(() -> facts(shown), () -> text(shown));
    return 0;
  }

  private Shown shown() {
    try (OpenDatabase database = choice.openExisting();
        Administration administration = Administration.of(database.access())) {
      Model entry = chosen.in(administration);
      Models models = administration.models();
      String yaml = models.text(entry.id()).orElseThrow();
      return new Shown(
          entry,
          MaturityModel.parse(yaml, entry.id()),
          models.series(entry.id()),
          models.successions(entry.id()));
    }
  }

  private static Stream<String> text(Shown shown) {
    Model entry = shown.entry();
    Stream<String> head =
        Stream.of(
            ModelChoice.text(entry.id()) + "   " + entry.status() + " since " + entry.changedAt(),
            "registered     " + entry.registeredAt(),
            "sha-256        " + entry.sha256());
    return Stream.of(head, ModelFacts.lines(shown.model()), series(shown), successions(shown))
        .flatMap(lines -> lines);
  }

  private static Stream<String> series(Shown shown) {
    Table table = Table.of("ORGANISATION", "FIRST DAY", "LAST DAY", "DAYS", "BACK-CAST");
    shown
        .series()
        .forEach(
            it -> table.row(it.organisation(), it.first(), it.last(), it.days(), it.backcast()));
    return shown.series().isEmpty()
        ? Stream.of("", "No day was closed under it yet.")
        : Stream.concat(Stream.of(""), table.lines());
  }

  private static Stream<String> successions(Shown shown) {
    return shown.successions().isEmpty()
        ? Stream.empty()
        : Stream.concat(
            Stream.of(""),
            shown.successions().stream()
                .map(
                    it ->
                        "%s followed %s after %s for %s"
                            .formatted(
                                ModelChoice.text(it.model()),
                                ModelChoice.text(it.followed()),
                                it.day(),
                                it.organisation())));
  }

  private static ObjectNode facts(Shown shown) {
    ObjectNode facts = ModelFacts.of(shown.model());
    facts
        .put("status", shown.entry().status())
        .put("registered_at", shown.entry().registeredAt().toString())
        .put("changed_at", shown.entry().changedAt().toString());
    ArrayNode series = facts.putArray("series");
    for (Series it : shown.series()) {
      series
          .addObject()
          .put("organisation", it.organisation())
          .put("first", it.first().toString())
          .put("last", it.last().toString())
          .put("days", it.days())
          .put("backcast", it.backcast());
    }
    ArrayNode successions = facts.putArray("successions");
    for (Succession it : shown.successions()) {
      successions
          .addObject()
          .put("organisation", it.organisation())
          .put("model", it.model())
          .put("followed", it.followed())
          .put("day", it.day().toString())
          .put("at", it.at().toString());
    }
    return facts;
  }
}
