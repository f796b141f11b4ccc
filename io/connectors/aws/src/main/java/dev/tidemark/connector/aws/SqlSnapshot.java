// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.authoring.Column;
import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.Item;
import dev.tidemark.authoring.Keys;
import dev.tidemark.authoring.Part;
import dev.tidemark.authoring.SnapshotStream;
import dev.tidemark.spi.Discovery.Field;
import dev.tidemark.spi.NormaliseContext;
import dev.tidemark.spi.StreamDescription;
import java.util.ArrayList;
import java.util.List;

/**
 * A statement about how a database of Redshift stands.
 *
 * @param columns those of the statement, in the record behind {@link WarehouseFields}
 * @param identity the columns that tell rows of one database apart; none where there is one row
 */
record SqlSnapshot(
    StreamDescription description, List<Column> columns, List<String> identity, Events events)
    implements SnapshotStream<Session> {
  @Override
  public List<Field> fields() {
    return WarehouseFields.with(columns, "time of the reading");
  }

  @Override
  public List<String> primaryKey() {
    return WarehouseFields.key(identity);
  }

  @Override
  public List<Part> parts(Session session) {
    return Warehouse.parts(session);
  }

  @Override
  public List<Item<Session>> items(Part part, Session session) {
    Warehouse warehouse = Warehouse.of(part, session);
    SqlJson json = new SqlJson(columns, warehouse.cluster());
    List<Item<Session>> items = new ArrayList<>();
    Statement.on(warehouse, session)
        .rows(SqlText.of(description.name()), SqlText.parameters(warehouse, session))
        .forEach(row -> items.add(Item.of(key(part, row), record(warehouse, session, json, row))));
    return items;
  }

  private String key(Part part, SqlRow row) {
    List<String> names = identity.stream().map(row::text).map(Keys::encoded).toList();
    return part.path() + (names.isEmpty() ? "all" : String.join("/", names));
  }

  private static ObjectNode record(Warehouse warehouse, Session session, SqlJson json, SqlRow row) {
    ObjectNode record = WarehouseFields.of(warehouse);
    WarehouseFields.kind(row, session).ifPresent(kind -> record.put("kind", kind));
    record.setAll(json.of(row));
    return record;
  }

  @Override
  public void normalise(Facts record, NormaliseContext context, Emitter emitter) {
    events.normalise(record, context, emitter);
  }
}
