// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.oracle;

import dev.tidemark.e2e.world.Entry;
import dev.tidemark.e2e.world.Journal;
import dev.tidemark.e2e.world.Sql;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Windows of events that carry their own time: whenever they are read, each belongs to one hour and
 * one day, so there is one right value for every window.
 */
public final class Events {
  private static final String WINDOWS =
      """
      SELECT concat_ws(' ', metric, grain, to_char(start AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')),
             sum(settled_sum + tail_sum)::bigint::text
        FROM metric_window WHERE metric IN ('tidemark.identity.login', 'tidemark.change.object')
       GROUP BY 1 HAVING sum(settled_sum + tail_sum) <> 0\
      """;

  /** Changes are counted by day only. */
  private static final Map<String, Map<String, ChronoUnit>> GRAINS =
      Map.of(
          "tidemark.identity.login", Map.of("HOUR", ChronoUnit.HOURS, "DAY", ChronoUnit.DAYS),
          "tidemark.change.object", Map.of("DAY", ChronoUnit.DAYS));

  private static final String BEFORE = "before";

  private final Journal journal;

  private Events(Journal journal) {
    this.journal = journal;
  }

  /** From now on: what an account held before it was written down is taken as it was read. */
  public static Events of(Journal journal, Sql database) {
    database.table(WINDOWS).forEach((window, count) -> journal.note(window, BEFORE, count));
    return new Events(journal);
  }

  /** Compares every window. */
  public Comparison compare(Sql database) {
    return Comparison.of(expected(), named(database.table(WINDOWS)));
  }

  private Map<String, Expected> expected() {
    Map<String, Long> counts = new TreeMap<>();
    for (Entry entry : journal.entries()) {
      if (entry.what().equals(BEFORE)) {
        counts.merge(entry.subject(), entry.amount(), Long::sum);
      } else {
        Objects.requireNonNull(GRAINS.get(entry.subject()))
            .forEach((grain, unit) -> counts.merge(window(entry, grain, unit), 1L, Long::sum));
      }
    }
    Map<String, Expected> expected = new TreeMap<>();
    counts.forEach((window, count) -> expected.put("window " + window, Expected.exactly(count)));
    return expected;
  }

  private static String window(Entry event, String grain, ChronoUnit unit) {
    return event.subject() + " " + grain + " " + event.from().truncatedTo(unit);
  }

  private static Map<String, String> named(Map<String, String> found) {
    Map<String, String> rows = new TreeMap<>();
    found.forEach((window, count) -> rows.put("window " + window, count));
    return rows;
  }
}
