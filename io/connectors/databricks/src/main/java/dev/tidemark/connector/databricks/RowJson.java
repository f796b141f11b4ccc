// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.databricks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.authoring.Cells;
import dev.tidemark.authoring.Column;
import java.util.List;

/**
 * Writes rows as JSON. A column the statement does not have is left out: nothing is known of it.
 *
 * @param scope what names of persons are hashed with
 */
record RowJson(List<Column> columns, String scope) {
  /** A row as a JSON object. */
  ObjectNode of(Row row) {
    Cells cells = new Cells(scope, Micros::parsed);
    ObjectNode record = JsonNodeFactory.instance.objectNode();
    columns.stream()
        .filter(it -> row.has(it.name()))
        .forEach(it -> cells.put(record, it, row.find(it.name()).orElse(null)));
    return record;
  }
}
