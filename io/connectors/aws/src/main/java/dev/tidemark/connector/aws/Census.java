// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.authoring.Headcount;
import dev.tidemark.authoring.Records;
import dev.tidemark.spi.Discovery.Field;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what there is, region by region, and notes what cannot be listed. For one thread. */
final class Census {
  /** Kinds of asset. */
  static final List<String> ASSETS = List.of("bucket", "table");

  private final Session session;
  private final ObjectNode record;
  private final Headcount headcount = new Headcount();

  Census(Session session, List<Field> fields) {
    this.session = session;
    this.record = Records.blank(fields);
  }

  Optional<ObjectNode> read() {
    record.put("account", session.account().number());
    ArrayNode regions = record.putArray("regions");
    session.account().regions().forEach(regions::add);
    headcount.count("bucket", session.account().home(), () -> BucketList.read(session).size());
    for (String region : session.account().regions()) {
      headcount.count("table", region, () -> tables(region));
      headcount.count("endpoint", region, () -> Models.endpoints(session, region).size());
      headcount.count("model", region, () -> Models.packages(session, region).size());
    }
    for (Warehouse warehouse : session.scope().warehouses()) {
      headcount.count("table", warehouse.address(), () -> tables(warehouse));
    }
    headcount.write(record);
    missing(record.putArray("missing"));
    return Optional.of(record);
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
