// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.authoring.Part;
import dev.tidemark.authoring.Records;
import dev.tidemark.spi.Discovery.Field;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;
import software.amazon.awssdk.services.glue.model.Table;

/** Tables of one database as records: what is said of them, not their columns' names. */
record TableRecord(Session session, Part part, List<Field> fields) {
  /** What crawlers, Hive and Athena write where nobody was named. */
  private static final Set<String> NOBODY = Set.of("owner", "hadoop", "root", "null", "unknown");

  ObjectNode of(Table table) {
    ObjectNode record = Records.blank(fields);
    Map<String, String> parameters = table.parameters();
    record
        .put("namespace", namespace(session, part.place()))
        .put("region", part.place())
        .put("database", part.name())
        .put("name", table.name())
        .put("type", table.tableType())
        .put("view", isView(table))
        .put("described", Records.isSaid(table.description()))
        .put("owner_present", hasOwner(table))
        .put("lake_formation", Boolean.TRUE.equals(table.isRegisteredWithLakeFormation()));
    Records.putTime(record, "created_at", table.createTime());
    Records.putTime(record, "updated_at", table.updateTime());
    Records.putTime(record, "accessed_at", table.lastAccessTime());
    session.scope().tags().sensitivity(parameters).ifPresent(it -> record.put("class", it));
    putNumber(record, "row_estimate", parameters.get("recordCount"));
    putNumber(record, "size_bytes", parameters.get("sizeKey"));
    record.put("format", parameters.get("classification"));
    columns(table, record);
    storage(table.storageDescriptor(), record);
    return record;
  }

  /** The catalog's ARN, by which OpenLineage names it. */
  static String namespace(Session session, String region) {
    Account account = session.account();
    return String.join(":", "arn", account.partition(), "glue", region, account.number());
  }

  private static boolean isView(Table table) {
    return table.tableType() != null && table.tableType().toUpperCase(Locale.ROOT).contains("VIEW");
  }

  private boolean hasOwner(Table table) {
    String owner = table.owner();
    boolean named =
        Records.isSaid(owner) && !NOBODY.contains(owner.strip().toLowerCase(Locale.ROOT));
    return named || session.scope().tags().hasOwner(table.parameters());
  }

  private static void columns(Table table, ObjectNode record) {
    List<Column> columns =
        Stream.concat(
                table.storageDescriptor() == null
                    ? Stream.empty()
                    : table.storageDescriptor().columns().stream(),
                table.partitionKeys().stream())
            .toList();
    record
        .put("columns", columns.size())
        .put(
            "columns_described",
            columns.stream().filter(it -> Records.isSaid(it.comment())).count());
  }

  private static void storage(@Nullable StorageDescriptor storage, ObjectNode record) {
    record.put("schema_registered", storage != null && storage.schemaReference() != null);
    if (storage != null) {
      record.put("location", storage.location());
    }
  }

  private static void putNumber(ObjectNode record, String name, @Nullable String text) {
    if (text != null && text.matches("\\d{1,18}")) {
      record.put(name, Long.parseLong(text));
    }
  }
}
