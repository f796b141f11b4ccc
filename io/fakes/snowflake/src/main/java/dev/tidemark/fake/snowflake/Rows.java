// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.snowflake;

import dev.tidemark.testkit.fake.Promptness;
import dev.tidemark.testkit.organisation.Happening;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows by view while they are made. For one thread. */
final class Rows {
  private final Promptness promptness;
  private final Map<Shape, List<Row>> rows = new LinkedHashMap<>();

  Rows(Promptness promptness) {
    this.promptness = promptness;
  }

  /** A row about what happened, in a view that is as late as that. */
  Row row(Happening happening, Duration latency) {
    return Row.at(happening.shown(promptness.latency(latency)));
  }

  /** A row that shows so long after something. */
  Row row(Instant after, Duration latency) {
    return Row.at(after.plus(promptness.latency(latency)));
  }

  void add(String view, Row row) {
    rows.computeIfAbsent(Shape.of(view), unused -> new ArrayList<>()).add(row);
  }

  Map<Shape, List<Row>> byView() {
    return rows;
  }
}
