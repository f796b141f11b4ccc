// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.oracle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * What came of a comparison.
 *
 * @param rows how many rows were compared, by kind
 * @param wrong which of them were wrong, and how
 */
public record Comparison(Map<String, Integer> rows, List<String> wrong) {
  private static final String NOTHING = "nothing";

  private static final Duration PACE = Duration.ofMillis(500);

  static Comparison of(Map<String, Expected> expected, Map<String, String> found) {
    Map<String, Integer> rows = new TreeMap<>();
    List<String> wrong = new ArrayList<>();
    TreeSet<String> names = new TreeSet<>(expected.keySet());
    names.addAll(found.keySet());
    for (String name : names) {
      rows.merge(name.substring(0, name.indexOf(' ')), 1, Integer::sum);
      Expected allowed = expected.getOrDefault(name, Expected.exactly(NOTHING));
      String value = found.getOrDefault(name, NOTHING);
      if (!(value.equals(NOTHING)
          ? allowed.text().equals(NOTHING)
          : allowed.allows().test(value))) {
        wrong.add(name + ": " + value + " instead of " + allowed.text());
      }
    }
    return new Comparison(rows, wrong);
  }

  /**
   * Compares again and again while a row is wrong and there is time. Right at one moment is right:
   * while a pass over what is late is under way, its windows hold only what is settled.
   */
  public static Comparison awaited(Supplier<Comparison> comparing, Duration longest) {
    try {
      return Awaitility.await("rows are right")
          .atMost(longest)
          .pollInterval(PACE)
          .ignoreExceptions()
          .until(comparing::get, it -> it.wrong().isEmpty());
    } catch (ConditionTimeoutException stillWrong) {
      return comparing.get();
    }
  }

  /** Both. */
  public Comparison and(Comparison other) {
    Map<String, Integer> both = new TreeMap<>(rows);
    other.rows.forEach((kind, number) -> both.merge(kind, number, Integer::sum));
    return new Comparison(both, Stream.concat(wrong.stream(), other.wrong.stream()).toList());
  }

  /** All kinds together. */
  public int compared() {
    return rows.values().stream().mapToInt(Integer::intValue).sum();
  }
}
