// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.job.command.Output;
import dev.tidemark.job.command.Table;
import dev.tidemark.job.command.model.BackcastSeries.Day;
import dev.tidemark.maturity.live.Backcast.Span;
import dev.tidemark.maturity.live.Backcast.Step.Kind;
import dev.tidemark.model.score.ScoreUpdate.Composite;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a back-cast came to, for people and programs. */
record BackcastText(String model, List<BackcastSeries> series, boolean rehearsed) {
  private static final double SCALE = 5;

  Stream<String> lines() {
    Table table =
        Table.of("ORGANISATION", "FROM", "TO", "COMPUTED", "BEFORE", "LIVE", "FIRST", "LAST");
    for (BackcastSeries it : series) {
      table.row(
          it.organisation(),
          it.span().map(span -> span.first().toString()).orElse("no evidence"),
          it.span().map(span -> span.last().toString()).orElse("-"),
          it.count(Kind.COMPUTED),
          it.count(Kind.DONE),
          it.count(Kind.CLOSED),
          it.days().isEmpty() ? "-" : figures(it.days().get(0)),
          it.days().isEmpty() ? "-" : figures(it.days().get(it.days().size() - 1)));
    }
    return series.isEmpty() ? Stream.of("There is no organisation yet.") : table.lines();
  }

  ObjectNode facts() {
    ObjectNode facts = Output.JSON.createObjectNode().put("model", model).put("dry_run", rehearsed);
    ArrayNode organisations = facts.putArray("organisations");
    series.forEach(it -> facts(organisations.addObject(), it));
    return facts;
  }

  private static void facts(ObjectNode node, BackcastSeries it) {
    node.put("organisation", it.organisation())
        .put("from", it.span().map(Span::first).map(Object::toString).orElse(null))
        .put("to", it.span().map(Span::last).map(Object::toString).orElse(null))
        .put("computed", it.count(Kind.COMPUTED))
        .put("computed_before", it.count(Kind.DONE))
        .put("closed_live", it.count(Kind.CLOSED));
    ArrayNode days = node.putArray("days");
    for (Day day : it.days()) {
      Composite overall = day.overall();
      days.addObject()
          .put("day", day.day().toString())
          .put("maturity", SCALE * overall.score())
          .put("low", SCALE * overall.low())
          .put("high", SCALE * overall.high())
          .put("coverage", overall.coverage())
          .put("level", overall.level());
    }
  }

  private static String figures(Day day) {
    return String.format(
        Locale.ROOT,
        "%.2f [%.2f - %.2f]",
        SCALE * day.overall().score(),
        SCALE * day.overall().low(),
        SCALE * day.overall().high());
  }
}
