// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.authoring.PageDraft;
import dev.tidemark.model.asset.Precedence;
import dev.tidemark.model.asset.Subject;
import dev.tidemark.model.window.Attributes;
import dev.tidemark.spi.Discovery.Field;
import dev.tidemark.spi.Fetched;
import dev.tidemark.spi.NormaliseContext;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.spi.StreamKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How often each query of pg_stat_statements was called, without its text and without who called
 * it. A counter per query, because pg_stat_statements forgets rarely used queries: a sum over them
 * would fall, and look like a reset.
 */
final class StatementsStream implements ServerPart {
  @Override
  public StreamDescription description() {
    return new StreamDescription(
        "statements",
        "Queries: how often they were called, where pg_stat_statements is installed",
        StreamKind.SNAPSHOT,
        Duration.ofMinutes(1),
        Duration.ZERO,
        Precedence.NATIVE_PLATFORM,
        List.of(MetricNames.QUERY));
  }

  @Override
  public List<Field> fields() {
    return List.of(
        new Field("database", "string", "name of the database"),
        new Field("statement", "string", "hash of query and caller"),
        new Field("calls", "integer", "how often it ran; a counter"),
        new Field("since", "string", "when the counter began; null if unknown"),
        new Field("at", "string", "time of the reading"));
  }

  @Override
  public List<String> primaryKey() {
    return List.of("database", "statement");
  }

  @Override
  public Fetched fetch(Visit visit, PageDraft draft) {
    return visit
        .server()
        .statements()
        .read(extension -> fetch(visit, extension, draft))
        .orElseGet(() -> nothing(visit, draft));
  }

  /** That there are none is remembered; that the server still answers is asked each time. */
  private static Fetched nothing(Visit visit, PageDraft draft) {
    try (Session session = visit.server().sessions().first()) {
      visit.server().databases().list(session);
      visit.countCall();
      return draft.ends(draft.request().upper());
    }
  }

  private static Fetched fetch(Visit visit, Extension extension, PageDraft draft) {
    try (Session session = visit.server().sessions().on(extension.database())) {
      String numbers = Server.numbers(visit.server().databases().list(session));
      session.run(
          extension.query("statements", session.major()),
          KeyedRows.with(List.of(numbers), draft),
          row -> KeyedRows.add(row.getString(1), row.getString(2), draft));
      visit.countCall();
      return KeyedRows.close(draft);
    }
  }

  @Override
  public void normalise(Facts record, NormaliseContext context, Emitter emitter) {
    String key = record.key();
    String database = key.substring(0, key.indexOf('.'));
    String urn = context.stratum() + "/" + database + "#statement=" + record.text("statement");
    emitter.counter(
        MetricNames.QUERY,
        record.count("calls"),
        new Subject("database", urn),
        Attributes.none(),
        record.findInstant("since").orElse(Instant.EPOCH),
        emitter.at());
  }
}
