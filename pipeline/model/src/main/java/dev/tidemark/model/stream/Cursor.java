// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.stream;

import java.nio.charset.StandardCharsets;

/**
 * A place in a stream, opaque to everything but its connector: JSON text compared by equality,
 * never holding a secret.
 */
public record Cursor(String json) {
  /** The largest cursor a connector may return, in bytes of UTF-8. */
  public static final int MAXIMUM_BYTES = 64 * 1024;

  private static final Cursor START = new Cursor("{}");

  public Cursor {
    if (json.length() > MAXIMUM_BYTES / 4
        && json.getBytes(StandardCharsets.UTF_8).length > MAXIMUM_BYTES) {
      throw new IllegalArgumentException("a cursor is at most " + MAXIMUM_BYTES + " bytes");
    }
  }

  /** Where every stream begins. */
  public static Cursor start() {
    return START;
  }

  @Override
  public String toString() {
    return json;
  }
}
