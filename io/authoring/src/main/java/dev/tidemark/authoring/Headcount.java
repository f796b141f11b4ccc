// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.authoring;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.spi.ConnectorException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * What there is in an account by kind, counted place by place. A place nobody may look into counts
 * as holding as much as the average of the others, one at least. For one thread.
 */
public final class Headcount {
  private final Map<String, Long> seen = new TreeMap<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final Map<String, Integer> hidden = new HashMap<>();
  private final List<String> unseen = new ArrayList<>();

  /** A headcount of nothing yet. */
  public Headcount() {}

  /**
   * Adds what a place holds of a kind; a place that refuses is hidden, other failures are thrown.
   */
  public void count(String kind, String place, LongSupplier held) {
    try {
      seen.merge(kind, held.getAsLong(), Long::sum);
      places.merge(kind, 1, Integer::sum);
    } catch (ConnectorException failure) {
      if (!Part.isRefusedBy(failure)) {
        throw failure;
      }
      hide(kind, place);
    }
  }

  /** Notes a place that cannot be looked into. */
  public void hide(String kind, String place) {
    seen.merge(kind, 0L, Long::sum);
    hidden.merge(kind, 1, Integer::sum);
    unseen.add(kind + " " + place);
  }

  /** Of a kind there may be none. */
  public void expect(String kind) {
    seen.putIfAbsent(kind, 0L);
  }

  /** Says nothing of a kind: it cannot be counted now. */
  public void forget(String kind) {
    seen.remove(kind);
  }

  /**
   * Writes counts by kind as {@code seen}, estimates as {@code there}, places as {@code unseen}.
   */
  public void write(ObjectNode record) {
    ArrayNode named = record.putArray("unseen");
    unseen.forEach(named::add);
    ObjectNode visible = record.putObject("seen");
    ObjectNode there = record.putObject("there");
    seen.forEach(
        (kind, count) -> {
          visible.put(kind, count);
          there.put(kind, count + estimate(kind, count));
        });
  }

  private long estimate(String kind, long count) {
    int known = places.getOrDefault(kind, 0);
    long average = known == 0 ? 1 : Math.max(1, Math.round((double) count / known));
    return hidden.getOrDefault(kind, 0) * average;
  }
}
