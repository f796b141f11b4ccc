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

/** Each database: its size and its counters. */
final class DatabasesStream implements ServerPart {
  @Override
  public StreamDescription description() {
    return new StreamDescription(
        "databases",
        "Databases: size, sessions, transactions, rows, deadlocks",
        StreamKind.SNAPSHOT,
        Duration.ofMinutes(1),
        Duration.ZERO,
        Precedence.NATIVE_PLATFORM,
        List.of(MetricNames.ASSET_SIZE, MetricNames.LOGIN));
  }

  @Override
  public List<Field> fields() {
    return List.of(
        new Field("database", "string", "name"),
        new Field("oid", "integer", "number on the server"),
        new Field("owner", "integer", "number of the owning role"),
        new Field("encoding", "string", "character set"),
        new Field("size_bytes", "integer", "pg_database_size; null without permission"),
        new Field("backends", "integer", "sessions now"),
        new Field("sessions", "integer", "sessions established; a counter"),
        new Field("transactions_committed", "integer", "a counter"),
        new Field("transactions_rolled_back", "integer", "a counter"),
        new Field("rows_returned", "integer", "a counter"),
        new Field("rows_fetched", "integer", "a counter"),
        new Field("rows_inserted", "integer", "a counter"),
        new Field("rows_updated", "integer", "a counter"),
        new Field("rows_deleted", "integer", "a counter"),
        new Field("deadlocks", "integer", "a counter"),
        new Field("temporary_bytes", "integer", "a counter"),
        new Field("statistics_reset_at", "string", "time of the last reset; null if never"),
        new Field("at", "string", "time of the reading"));
  }

  @Override
  public List<String> primaryKey() {
    return List.of("database");
  }

  @Override
  public Fetched fetch(Visit visit, PageDraft draft) {
    try (Session session = visit.server().sessions().first()) {
      String numbers = Server.numbers(visit.server().databases().list(session));
      return KeyedRows.page(visit, session, "databases", List.of(numbers), draft);
    }
  }

  /** Counters begin at an unknown time: resetting one table moves the database's reset as well. */
  @Override
  public void normalise(Facts record, NormaliseContext context, Emitter emitter) {
    Subject subject = new Subject("database", context.stratum() + "/" + encoded(record.key()));
    Attributes database = Attributes.of("database", record.text("database"));
    record
        .findCount("size_bytes")
        .ifPresent(
            bytes -> emitter.gauge(MetricNames.ASSET_SIZE, (double) bytes, subject, database));
    record.findCount("sessions").ifPresent(count -> logins(count, subject, emitter));
  }

  private static void logins(long count, Subject subject, Emitter emitter) {
    Attributes outcome = Attributes.of("outcome", "success");
    emitter.counter(MetricNames.LOGIN, count, subject, outcome, Instant.EPOCH, emitter.at());
  }

  private static String encoded(String key) {
    return key.substring(0, key.length() - 1);
  }
}
