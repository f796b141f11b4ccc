// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.authoring.Part;
import dev.tidemark.authoring.Records;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.Discovery.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;

/** Counts what there is, region by region, and notes what cannot be listed. For one thread. */
final class Census {
  /** Kinds of asset. */
  static final List<String> ASSETS = List.of("bucket", "table");

  private final Session session;
  private final ObjectNode record;
  private final ArrayNode unseen;
  private final Map<String, Long> seen = new HashMap<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final Map<String, Integer> hidden = new HashMap<>();

  Census(Session session, List<Field> fields) {
    this.session = session;
    this.record = Records.blank(fields);
    this.unseen = record.putArray("unseen");
  }

  Optional<ObjectNode> read() {
    record.put("account", session.account().number());
    ArrayNode regions = record.putArray("regions");
    session.account().regions().forEach(regions::add);
    count("bucket", session.account().home(), region -> BucketList.read(session).size());
    for (String region : session.account().regions()) {
      count("table", region, this::tables);
      count("endpoint", region, it -> Models.endpoints(session, it).size());
      count("model", region, it -> Models.packages(session, it).size());
    }
    for (Warehouse warehouse : session.scope().warehouses()) {
      count("table", warehouse.address(), it -> tables(warehouse));
    }
    write();
    missing(record.putArray("missing"));
    return Optional.of(record);
  }

  private void count(String kind, String region, ToLongFunction<String> count) {
    places.merge(kind, 1, Integer::sum);
    try {
      seen.merge(kind, count.applyAsLong(region), Long::sum);
    } catch (ConnectorException failure) {
      if (!Part.isRefusedBy(failure)) {
        throw failure;
      }
      seen.merge(kind, 0L, Long::sum);
      hidden.merge(kind, 1, Integer::sum);
      unseen.add(kind + " " + region);
    }
  }

  private long tables(String region) {
    AtomicLong tables = new AtomicLong();
    Catalog.databases(session, region)
        .forEach(database -> tables.addAndGet(Catalog.countTables(session, region, database)));
    return tables.get();
  }

  private long tables(Warehouse warehouse) {
    return Statement.on(warehouse, session)
        .rows(SqlText.of("redshift_count"), SqlText.parameters(warehouse, session))
        .get(0)
        .count("table_count");
  }

  private void write() {
    ObjectNode visible = record.putObject("seen");
    ObjectNode there = record.putObject("there");
    seen.forEach(
        (kind, count) -> {
          visible.put(kind, count);
          there.put(kind, count + estimate(kind, count));
        });
  }

  /** A region nobody could look into counts as holding as much as the average of the others. */
  private long estimate(String kind, long count) {
    int unknown = hidden.getOrDefault(kind, 0);
    int known = places.getOrDefault(kind, 0) - unknown;
    long average = known == 0 ? 1 : Math.max(1, Math.round((double) count / known));
    return unknown * average;
  }

  private void missing(ArrayNode lacking) {
    for (Probe probe : Probe.all(session)) {
      probe
          .refusal(session)
          .ifPresent(
              refusal -> {
                ObjectNode node = lacking.addObject();
                node.put("permission", probe.action().permission()).put("region", probe.region());
                probe.action().metrics().forEach(node.putArray("metrics")::add);
              });
    }
  }
}
