// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.databricks;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.Item;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.authoring.Part;
import dev.tidemark.authoring.SnapshotStream;
import dev.tidemark.authoring.Urns;
import dev.tidemark.model.asset.Population;
import dev.tidemark.model.asset.Precedence;
import dev.tidemark.model.asset.Subject;
import dev.tidemark.model.window.Attributes;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.Discovery.Field;
import dev.tidemark.spi.NormaliseContext;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.spi.StreamKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntSupplier;

/** The connection itself: that it lives, what there is, and what it may not see. */
final class AccountStream implements SnapshotStream<Session> {
  private static final String KEY = "account";

  @Override
  public StreamDescription description() {
    return new StreamDescription(
        "account",
        "What there is, and which system tables are not visible",
        StreamKind.SNAPSHOT,
        Duration.ofHours(1),
        Duration.ZERO,
        Precedence.NATIVE_PLATFORM,
        List.of(
            MetricNames.HEARTBEAT,
            MetricNames.LAG,
            MetricNames.ELIGIBLE,
            MetricNames.PERMISSION_MISSING,
            MetricNames.ASSET_COUNT));
  }

  @Override
  public List<Field> fields() {
    return List.of(
        new Field("at", "string", "when it was read"),
        new Field("warehouse_state", "string", "how the warehouse was found"),
        new Field("assets", "array", "kinds of table with how many there are"),
        new Field("endpoints", "integer", "how many serving endpoints there are; null if untold"),
        new Field("models", "integer", "how many registered models there are; null if untold"),
        new Field("missing", "array", "system tables that are not visible, with their metrics"));
  }

  @Override
  public List<String> primaryKey() {
    return List.of();
  }

  @Override
  public List<Part> parts(Session session) {
    return List.of(Part.whole());
  }

  @Override
  public List<Item<Session>> items(Part part, Session session) {
    return List.of(new Item<Session>(KEY, reading -> Optional.of(record(reading))));
  }

  @Override
  public void normalise(Facts record, NormaliseContext context, Emitter emitter) {
    Subject connector = Urns.connector(context.stratum());
    emitter.alive(context);
    List<Facts> kinds = record.list("assets");
    for (Facts kind : kinds) {
      emitter.gauge(
          MetricNames.ASSET_COUNT,
          (double) kind.count("amount"),
          connector,
          Attributes.of("asset.kind", kind.text("kind")));
    }
    if (!kinds.isEmpty()) {
      long assets = kinds.stream().mapToLong(kind -> kind.count("amount")).sum();
      population("asset", assets, context, emitter);
    }
    record
        .findCount("endpoints")
        .ifPresent(amount -> population("endpoint", amount, context, emitter));
    record.findCount("models").ifPresent(amount -> population("model", amount, context, emitter));
    record.list("missing").forEach(it -> missing(it, context, emitter));
  }

  /** Nobody is told how much is hidden: what is not granted is not listed. */
  private static void population(
      String kind, long amount, NormaliseContext context, Emitter emitter) {
    emitter.eligible(
        Urns.connector(context.stratum()), new Population(context.stratum(), kind, amount, amount));
  }

  private static void missing(Facts lacking, NormaliseContext context, Emitter emitter) {
    String permission = lacking.text("permission");
    emitter.lacks(context.stratum(), permission, lacking.texts("metrics"));
  }

  private static ObjectNode record(Session session) {
    ObjectNode record = JsonNodeFactory.instance.objectNode();
    put(record, "endpoints", () -> EndpointsStream.list(session).size());
    put(record, "models", () -> ModelsStream.count(session));
    ArrayNode missing = record.putArray("missing");
    SystemTables.fed()
        .forEach(
            (table, metrics) -> {
              if (Visible.columns(session, table).isEmpty()) {
                lacking(missing, "SELECT on system." + table, metrics);
              }
            });
    byStatement(record, missing, session);
    return record;
  }

  /** Without a warehouse the connection still lives, and says what it lacks. */
  private static void byStatement(ObjectNode record, ArrayNode missing, Session session) {
    ArrayNode assets = record.putArray("assets");
    try {
      Warehouse warehouse = Warehouse.of(session);
      record.put("warehouse_state", warehouse.state());
      if (warehouse.isUp() || session.scope().wakes()) {
        counts(assets, session);
      }
    } catch (ConnectorException refusal) {
      if (!Part.isRefusedBy(refusal)) {
        throw refusal;
      }
      Set<String> metrics = new TreeSet<>();
      SystemTables.fed().values().forEach(metrics::addAll);
      lacking(missing, "CAN USE on the SQL warehouse", metrics);
    }
  }

  private static void lacking(ArrayNode missing, String permission, Set<String> metrics) {
    ObjectNode lacking = missing.addObject().put("permission", permission);
    metrics.forEach(lacking.putArray("metrics")::add);
  }

  /** What cannot be listed now is not told: other streams say why. */
  private static void put(ObjectNode record, String field, IntSupplier count) {
    try {
      record.put(field, count.getAsInt());
    } catch (ConnectorException failure) {
      if (failure.category() == Category.AUTH || failure.category() == Category.RATE_LIMITED) {
        throw failure;
      }
      record.putNull(field);
    }
  }

  private static void counts(ArrayNode assets, Session session) {
    Map<String, Long> counts = new TreeMap<>();
    ResultRows rows = ResultRows.of(session, Query.of(SqlText.of("counts", all -> true)), "");
    Optional<Row> row = rows.next(session);
    while (row.isPresent()) {
      if (Catalogs.contain(row.get(), session.scope())) {
        String kind = Subjects.kind(row.get().find("table_type").orElse("table"));
        counts.merge(kind, Long.parseLong(row.get().find("amount").orElse("0")), Long::sum);
      }
      row = rows.next(session);
    }
    counts.putIfAbsent("table", 0L);
    counts.forEach((kind, amount) -> assets.addObject().put("kind", kind).put("amount", amount));
  }
}
