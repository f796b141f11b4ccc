// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.event;

import java.util.Map;

/**
 * Text the database can hold: PostgreSQL knows no character zero, and one record that carries it
 * must not keep a whole stream from being committed.
 */
public final class PlainText {
  private static final char ZERO = '\0';

  private PlainText() {}

  /**
   * Refuses an event with a character zero in what is kept of its subject, population and facts.
   */
  public static void require(MetricEvent event) {
    if (event.subject() != null) {
      require(event.subject().urn());
      require(event.subject().type());
    }
    if (event.population() != null) {
      require(event.population().kind());
      require(event.population().stratum().urn());
    }
    if (event.value() instanceof MetricValue.Facts facts) {
      require(facts.facts());
    }
  }

  /** Refuses a text with a character zero. */
  public static void require(String text) {
    if (text.indexOf(ZERO) >= 0) {
      throw new UnusableRecordException(
          "\"" + printable(text) + "\" holds a character zero, which the database cannot keep");
    }
  }

  /** The text with characters zero replaced. */
  public static String printable(String text) {
    return text.replace(ZERO, '\uFFFD');
  }

  /** Refuses names and values with a character zero. */
  public static void require(Map<String, String> texts) {
    for (Map.Entry<String, String> entry : texts.entrySet()) {
      require(entry.getKey());
      require(entry.getValue());
    }
  }
}
