// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.workload;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * Writes records: pipeline errors as JSON of a fixed length. Long ones have more fields a reader
 * passes over, as records of real platforms do.
 */
final class RecordText {
  static final int SHORTEST = 100;

  /** Hexadecimal digits of the key, and where it stands in a record. */
  static final int KEY_DIGITS = 8;

  static final int KEY_AT = 7;

  private static final String[] WORDS = {
    "warehouse", "ingest", "nightly", "billing", "orders", "eu-west", "retry", "scheduler"
  };

  private final int length;
  private final SplittableRandom random;

  RecordText(int length, SplittableRandom random) {
    this.length = length;
    this.random = random;
  }

  /** A record of that number in its stream. */
  byte[] record(int number, Instant at, int metric) {
    StringBuilder json = new StringBuilder(length + 64);
    json.append("{\"id\":\"")
        .append(String.format("%08x", number))
        .append("\",\"at\":")
        .append(at.getEpochSecond())
        .append(",\"pipeline\":\"")
        .append(pipeline(metric))
        .append("\",\"errors\":")
        .append(random.nextInt(100, 1_000));
    fields(json);
    return closed(json).getBytes(StandardCharsets.US_ASCII);
  }

  /** The attribute that tells metrics apart. */
  static String pipeline(int metric) {
    return String.format("p%07d", metric);
  }

  private void fields(StringBuilder json) {
    for (int field = 0; length - json.length() > SHORTEST; field++) {
      json.append(",\"field").append(field).append("\":\"").append(words()).append('"');
    }
  }

  private String words() {
    return WORDS[random.nextInt(WORDS.length)] + ' ' + WORDS[random.nextInt(WORDS.length)];
  }

  private String closed(StringBuilder json) {
    json.append(",\"message\":\"");
    String end = "\"}";
    while (json.length() < length - end.length()) {
      json.append((char) ('a' + random.nextInt(26)));
    }
    return json.append(end).toString();
  }
}
