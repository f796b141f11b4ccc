// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What tells whether an answer is still the same. A stream keeps it in its cursor, never elsewhere:
 * only a committed cursor proves that the answer it belongs to was used.
 *
 * @param entityTag from the header ETag; null where there was none
 * @param lastModified from the header Last-Modified; null where there was none
 */
public record Validator(@Nullable String entityTag, @Nullable String lastModified) {
  /** Whether there is anything to compare. */
  public boolean isPresent() {
    return entityTag != null || lastModified != null;
  }

  Map<String, String> conditions() {
    Map<String, String> conditions = new TreeMap<>();
    if (entityTag != null) {
      conditions.put("If-None-Match", entityTag);
    } else if (lastModified != null) {
      conditions.put("If-Modified-Since", lastModified);
    }
    return conditions;
  }
}
