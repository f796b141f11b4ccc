// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A set of results of a query job, held while its pages are read. Immutable.
 *
 * @param rows values in the order of the columns
 * @param next locator of the set that follows; empty where there is none
 */
record BulkChunk(
    String job, String locator, List<Column> columns, List<List<String>> rows, String next) {
  private static final String ID = "Id";

  /** Whether it is the one of a place. */
  boolean isAt(BulkPlace place) {
    return job.equals(place.job()) && locator.equals(place.locator());
  }

  static List<String> values(List<Column> columns, Map<String, String> row) {
    List<String> values = new ArrayList<>();
    columns.forEach(column -> values.add(row.getOrDefault(column.soql(), "")));
    return values;
  }

  String id(List<String> row) {
    return row.get(columns.stream().map(Column::soql).toList().indexOf(ID));
  }

  /** Whether records come in the order everybody keeps, behind one. */
  boolean isAscendingFrom(String before) {
    String last = "";
    for (List<String> row : rows) {
      String id = id(row);
      if (id.compareTo(last) <= 0) {
        return false;
      }
      last = id;
    }
    return rows.isEmpty() || id(rows.get(rows.size() - 1)).compareTo(before) >= 0;
  }

  /** A row as a query would have brought it: with types, and with objects across relationships. */
  ObjectNode row(List<String> values) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < columns.size(); i++) {
      put(row, columns.get(i), values.get(i));
    }
    return row;
  }

  /** The vendor writes nothing for null. */
  private static void put(ObjectNode row, Column column, String value) {
    String[] path = column.soql().split("\\.");
    ObjectNode holder = row;
    for (int i = 0; i < path.length - 1; i++) {
      holder = holder.withObjectProperty(path[i]);
    }
    String name = path[path.length - 1];
    if (value.isEmpty()) {
      holder.putNull(name);
    } else if (column.field().type().equals("boolean") && value.matches("true|false")) {
      holder.put(name, Boolean.parseBoolean(value));
    } else {
      holder.put(name, value);
    }
  }
}
