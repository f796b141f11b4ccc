// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

/** Which of the files that tell of the same events are read. */
enum EventLogInterval {
  /** One for each day. */
  DAILY("Daily"),
  /** One for each hour, and more where events show late; only with Event Monitoring. */
  HOURLY("Hourly");

  private final String word;

  EventLogInterval(String word) {
    this.word = word;
  }

  /** As the vendor says it. */
  String word() {
    return word;
  }
}
