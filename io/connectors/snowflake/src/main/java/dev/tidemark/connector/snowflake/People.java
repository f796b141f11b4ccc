// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import dev.tidemark.authoring.Facts;
import dev.tidemark.model.window.Attributes;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What is known of who did something. */
final class People {
  /** Roles that can change what others may do, or see everything. */
  static final Set<String> PRIVILEGED =
      Set.of(
          "ACCOUNTADMIN", "SECURITYADMIN", "SYSADMIN", "USERADMIN", "ORGADMIN", "GLOBALORGADMIN");

  private static final Set<String> SERVICES =
      Set.of("SERVICE", "LEGACY_SERVICE", "SNOWFLAKE_SERVICE");

  private People() {}

  /** {@code human} or {@code service}; a user without a type is a person. */
  static String kind(Facts record) {
    String type = record.findText("user_type").orElse("PERSON").toUpperCase(Locale.ROOT);
    return SERVICES.contains(type) ? "service" : "human";
  }

  /** Attributes with one more, where its value is known. */
  static Attributes attributes(String... namesAndValues) {
    Map<String, String> values = new TreeMap<>();
    for (int index = 0; index < namesAndValues.length; index += 2) {
      if (!namesAndValues[index + 1].isEmpty()) {
        values.put(namesAndValues[index], namesAndValues[index + 1]);
      }
    }
    return Attributes.of(values);
  }
}
