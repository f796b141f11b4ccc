// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Poll intervals by stream name, as a JSON object of ISO 8601 durations. */
public final class Intervals {
  private Intervals() {}

  public static String json(Map<String, Duration> intervals) {
    Map<String, String> texts = new TreeMap<>();
    intervals.forEach((stream, interval) -> texts.put(stream, interval.toString()));
    return Json.text(texts);
  }

  public static Map<String, Duration> parse(String json) {
    Map<String, Duration> intervals = new TreeMap<>();
    Json.texts(json).forEach((stream, text) -> intervals.put(stream, Duration.parse(text)));
    return intervals;
  }
}
