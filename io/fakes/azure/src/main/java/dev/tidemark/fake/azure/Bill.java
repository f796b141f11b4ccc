// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.azure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What days cost. Safe for use by several threads. */
final class Bill {
  private final List<Line> lines = new ArrayList<>();

  /**
   * What something cost on a day.
   *
   * @param amount a number, as a rule
   */
  record Line(LocalDate day, String service, Map<String, String> tags, Object amount) {
    Line {
      tags = Map.copyOf(tags);
    }
  }

  synchronized void add(Line line) {
    lines.add(line);
  }

  synchronized void change(Line from, Line to) {
    lines.replaceAll(it -> it.equals(from) ? to : it);
  }

  synchronized void clear() {
    lines.clear();
  }

  /** Rows of days, services and, where one is asked for, values of a tag. */
  synchronized List<Line> grouped(LocalDate from, LocalDate to, @Nullable String tag) {
    Map<List<Object>, Line> groups = new HashMap<>();
    for (Line line : lines) {
      if (!line.day().isBefore(from) && !line.day().isAfter(to)) {
        String value = tag == null ? null : line.tags().get(tag);
        Map<String, String> kept = value == null ? Map.of() : Map.of("value", value);
        groups.merge(
            List.of(line.day(), line.service(), kept),
            new Line(line.day(), line.service(), kept, line.amount()),
            Bill::sum);
      }
    }
    return List.copyOf(groups.values());
  }

  private static Line sum(Line one, Line other) {
    return one.amount() instanceof Double some && other.amount() instanceof Double more
        ? new Line(one.day(), one.service(), one.tags(), some + more)
        : other;
  }
}
