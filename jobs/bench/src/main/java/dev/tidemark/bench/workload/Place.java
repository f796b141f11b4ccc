// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.workload;

import dev.tidemark.model.stream.Cursor;

/** Cursors of the workload: how many pages were read. */
public final class Place {
  private static final String BEGIN = "{\"page\":";

  private Place() {}

  /** The cursor before a page. */
  public static Cursor cursor(int page) {
    return page == 0 ? Cursor.start() : new Cursor(BEGIN + page + "}");
  }

  static int of(Cursor cursor) {
    String json = cursor.json();
    return json.startsWith(BEGIN)
        ? Integer.parseInt(json, BEGIN.length(), json.length() - 1, 10)
        : 0;
  }
}
