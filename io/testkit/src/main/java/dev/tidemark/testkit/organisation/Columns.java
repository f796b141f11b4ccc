// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.organisation;

import java.util.ArrayList;
import java.util.List;

/** The columns of a table: a key, sensitive ones if it is, ordinary ones, and when it changed. */
final class Columns {
  private Columns() {}

  static List<Column> of(Chance chance, Sensitivity sensitivity) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column(0, "id", Column.Type.INTEGER, false));
    if (sensitivity.isSensitive()) {
      int from = chance.about("personal").below(Words.PERSONAL.size());
      for (int i = 0; i < 1 + chance.about("sensitive").below(4); i++) {
        String name = Words.PERSONAL.get((from + i) % Words.PERSONAL.size());
        columns.add(new Column(columns.size(), name, type(name), true));
      }
    }
    int from = chance.about("from").below(Words.COLUMNS.size());
    for (int i = 0; i < 3 + chance.about("ordinary").below(7); i++) {
      String name = Words.COLUMNS.get((from + i) % Words.COLUMNS.size());
      columns.add(new Column(columns.size(), name, type(name), false));
    }
    columns.add(new Column(columns.size(), "is_deleted", Column.Type.FLAG, false));
    columns.add(new Column(columns.size(), "updated_at", Column.Type.TIMESTAMP, false));
    return columns;
  }

  private static Column.Type type(String name) {
    return switch (name) {
      case "amount", "salary", "score" -> Column.Type.DECIMAL;
      case "quantity", "duration", "priority" -> Column.Type.INTEGER;
      case "birth_date" -> Column.Type.TIMESTAMP;
      default -> Column.Type.TEXT;
    };
  }
}
