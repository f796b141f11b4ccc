// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.authoring.Records;
import dev.tidemark.spi.Discovery.Field;
import java.util.ArrayList;
import java.util.List;

/**
 * What is asked for of a type of object, and what a record has beside.
 *
 * @param more fields that are found out otherwise
 */
record Columns(String object, List<Column> all, List<Field> more) {
  Columns {
    all = List.copyOf(all);
    more = List.copyOf(more);
  }

  /** The fields of a record. */
  List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    all.forEach(column -> fields.add(column.field()));
    fields.addAll(more);
    return fields;
  }

  /** The record of a row. */
  ObjectNode record(JsonNode row) {
    ObjectNode record = Records.blank(fields());
    all.forEach(column -> record.set(column.name(), column.of(row)));
    return record;
  }
}
