// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Rows of text under headings, aligned. Numbers stand right. Not safe for use by several threads.
 */
public final class Table {
  private final List<String> headings;
  private final List<List<String>> rows = new ArrayList<>();

  private Table(List<String> headings) {
    this.headings = headings;
  }

  /** An empty table with these headings. */
  public static Table of(String... headings) {
    return new Table(List.of(headings));
  }

  /** Adds a row of as many cells as there are headings. */
  public Table row(Object... cells) {
    if (cells.length != headings.size()) {
      throw new IllegalArgumentException("a row has " + headings.size() + " cells");
    }
    rows.add(Arrays.stream(cells).map(String::valueOf).toList());
    return this;
  }

  /** The headings and rows as lines; nothing where there are no rows. */
  public Stream<String> lines() {
    return rows.isEmpty()
        ? Stream.empty()
        : Stream.concat(Stream.of(line(headings)), rows.stream().map(this::line));
  }

  private String line(List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < cells.size(); column++) {
      line.append(column == 0 ? "" : "  ").append(cell(cells.get(column), column));
    }
    return line.toString().stripTrailing();
  }

  private String cell(String text, int column) {
    String gap = " ".repeat(width(column) - text.length());
    return isNumeric(column) ? gap + text : text + gap;
  }

  private int width(int column) {
    int widest = rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    return Math.max(widest, headings.get(column).length());
  }

  private boolean isNumeric(int column) {
    return rows.stream().allMatch(row -> row.get(column).matches("[-+]?[\\d.,]+( ?[kMG]?B)?|-?"));
  }
}
