// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.authoring.Column;
import dev.tidemark.authoring.Facts;
import dev.tidemark.spi.Discovery.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What every record about a database of Redshift says of it. */
final class WarehouseFields {
  /** The column statements name people by. */
  static final String USER = "user_name";

  private WarehouseFields() {}

  static List<Field> with(List<Column> columns, String at) {
    List<Field> fields = new ArrayList<>();
    fields.add(new Field("region", "string", "where it lies"));
    fields.add(new Field("runs_as", "string", "cluster or workgroup"));
    fields.add(new Field("warehouse", "string", "name of the cluster or workgroup"));
    fields.add(new Field("database", "string", "the database"));
    if (columns.stream().anyMatch(column -> column.name().equals(USER))) {
      fields.add(new Field("kind", "string", "whether the user is human or a service"));
    }
    columns.forEach(column -> fields.add(column.field()));
    fields.add(new Field("at", "string", at));
    return fields;
  }

  static List<String> key(List<String> identity) {
    List<String> key = new ArrayList<>(List.of("region", "runs_as", "warehouse", "database"));
    key.addAll(identity);
    return key;
  }

  static ObjectNode of(Warehouse warehouse) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("region", warehouse.region())
        .put("runs_as", warehouse.kind().word())
        .put("warehouse", warehouse.name())
        .put("database", warehouse.database());
  }

  /** The database a record is about. */
  static Warehouse of(Facts record) {
    return Warehouse.of(
        record.text("region")
            + ":"
            + record.text("runs_as")
            + "/"
            + record.text("warehouse")
            + "/"
            + record.text("database"),
        record.text("region"));
  }

  /** Whether the user of a row is a person or a program; empty where the row names none. */
  static Optional<String> kind(SqlRow row, Session session) {
    return row.find(USER)
        .map(user -> session.scope().services().contains(user) ? "service" : "human");
  }
}
