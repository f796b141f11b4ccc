// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.authoring;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.spi.Discovery.Field;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records while they are written. */
public final class Records {
  private Records() {}

  /** A record of which nothing is known yet: every field is there and null. */
  public static ObjectNode blank(List<Field> fields) {
    ObjectNode record = JsonNodeFactory.instance.objectNode();
    fields.forEach(field -> record.putNull(field.name()));
    return record;
  }

  /** Writes a time, where there is one. */
  public static void putTime(ObjectNode record, String name, @Nullable Instant time) {
    if (time != null) {
      record.put(name, time.toString());
    }
  }

  /** Whether a text says something. */
  public static boolean isSaid(@Nullable String text) {
    return text != null && !text.isBlank();
  }
}
