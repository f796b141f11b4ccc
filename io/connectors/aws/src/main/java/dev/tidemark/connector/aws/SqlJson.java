// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.authoring.Cells;
import dev.tidemark.authoring.Column;
import java.util.List;

/**
 * Writes rows as JSON.
 *
 * @param scope what names of persons are hashed with
 */
record SqlJson(List<Column> columns, String scope) {
  ObjectNode of(SqlRow row) {
    Cells cells = new Cells(scope, SqlRow::parsed);
    ObjectNode record = JsonNodeFactory.instance.objectNode();
    columns.forEach(it -> cells.put(record, it, row.find(it.name()).orElse(null)));
    return record;
  }
}
