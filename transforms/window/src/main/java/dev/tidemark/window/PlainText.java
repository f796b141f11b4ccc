// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window;

import dev.tidemark.model.event.MetricEvent;
import dev.tidemark.model.event.MetricValue;
import java.util.Map;

/**
 * Text the database can hold: PostgreSQL knows no character zero, and one record that carries it
 * must not keep a whole stream from being committed.
 */
final class PlainText {
  private static final char ZERO = '\0';

  private PlainText() {}

  /**
   * Refuses an event with a character zero in what is kept of its subject, population and facts.
   */
  static void require(MetricEvent event) {
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

  static void require(String text) {
    if (text.indexOf(ZERO) >= 0) {
      throw new UnusableRecordException(
          "\"" + printable(text) + "\" holds a character zero, which the database cannot keep");
    }
  }

  /** The text with characters zero replaced. */
  static String printable(String text) {
    return text.replace(ZERO, '\uFFFD');
  }

  static void require(Map<String, String> texts) {
    for (Map.Entry<String, String> entry : texts.entrySet()) {
      require(entry.getKey());
      require(entry.getValue());
    }
  }
}
