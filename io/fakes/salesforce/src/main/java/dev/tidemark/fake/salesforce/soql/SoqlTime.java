// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.salesforce.soql;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;

/** Times as the service writes them: {@code 2026-01-01T00:00:00.000+0000}. */
public final class SoqlTime {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'+0000'").withZone(ZoneOffset.UTC);

  private SoqlTime() {}

  public static String text(Instant time) {
    return FORM.format(time);
  }

  static String text(TemporalAccessor time) {
    return FORM.format(OffsetDateTime.from(time).toInstant());
  }

  /** The instant a text of this form stands for. */
  public static Instant instant(String text) {
    return Instant.parse(text.replace("+0000", "Z"));
  }
}
