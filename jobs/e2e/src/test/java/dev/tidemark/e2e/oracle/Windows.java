// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.oracle;

import dev.tidemark.e2e.world.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * Hour and day windows of what a source's counters count. What is compared is all that lies up to
 * the end of a window, for that is what can be known: a change around the hour counts in whichever
 * hour it is noticed, so up to the hour at most all has been counted that had happened by then, and
 * at least what the counters showed when they were last looked at before.
 */
final class Windows {
  private static final String WINDOWS =
      """
      SELECT metric || ' ' || attributes, grain, extract(epoch FROM start)::bigint, sum(settled_sum + tail_sum)::bigint
        FROM metric_window
       WHERE metric IN ('tidemark.data.asset.read', 'tidemark.data.asset.write', 'tidemark.data.query')
       GROUP BY 1, 2, 3 HAVING sum(settled_sum + tail_sum) <> 0 ORDER BY 1, 2, 3\
      """;

  private static final Map<String, String> SERIES =
      Map.of(
          "read", "tidemark.data.asset.read {\"database\":\"shop\"}",
          "write", "tidemark.data.asset.write {\"database\":\"shop\"}",
          "query", "tidemark.data.query {}");

  private static final Map<String, Duration> GRAINS =
      Map.of("HOUR", Duration.ofHours(1), "DAY", Duration.ofDays(1));

  private static final String REASON =
      "what had been done by the last look before, to what had been done by then";

  private final Counted counted;
  private final Instant now;

  Windows(Counted counted, Instant now) {
    this.counted = counted;
    this.now = now;
  }

  Map<String, Expected> expected() {
    Map<String, Expected> rows = new TreeMap<>();
    SERIES.forEach(
        (what, series) ->
            GRAINS.forEach((grain, length) -> expect(what, series + " " + grain, length, rows)));
    return rows;
  }

  private void expect(String what, String series, Duration length, Map<String, Expected> rows) {
    for (Instant end : ends(length)) {
      boolean last = end.isAfter(now);
      long least = last ? counted.total(what) : counted.least(what, end);
      rows.put(name(series, end), Expected.between(least, counted.most(what, end), REASON));
    }
  }

  /** The ends of all windows since everything had been read once. */
  private List<Instant> ends(Duration length) {
    Instant first = end(counted.begun().getEpochSecond(), length);
    long count = 1 + Duration.between(first, end(now.getEpochSecond(), length)).dividedBy(length);
    return LongStream.range(0, count)
        .mapToObj(number -> first.plus(length.multipliedBy(number)))
        .toList();
  }

  private static Instant end(long second, Duration length) {
    return Instant.ofEpochSecond(
        (Math.floorDiv(second, length.toSeconds()) + 1) * length.toSeconds());
  }

  private static String name(String series, Instant end) {
    return "window " + series + " up to " + end;
  }

  /** The same of a database; a window nobody expects has a row of its own. */
  Map<String, String> found(Sql database) {
    Map<String, String> rows = new TreeMap<>();
    expected().keySet().forEach(name -> rows.put(name, "0"));
    for (List<String> row : database.rows(WINDOWS)) {
      Duration length = Objects.requireNonNull(GRAINS.get(row.get(1)));
      add(row.get(0) + " " + row.get(1), length, row, rows);
    }
    return rows;
  }

  private void add(String series, Duration length, List<String> row, Map<String, String> rows) {
    Instant own = end(Long.parseLong(row.get(2)), length);
    rows.putIfAbsent(name(series, own), "0");
    for (String name : List.copyOf(rows.keySet())) {
      String up = "window " + series + " up to ";
      if (name.startsWith(up) && !Instant.parse(name.substring(up.length())).isBefore(own)) {
        rows.merge(name, row.get(3), Windows::plus);
      }
    }
  }

  private static String plus(String left, String right) {
    return Long.toString(Long.parseLong(left) + Long.parseLong(right));
  }
}
