// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import dev.tidemark.model.Bytes;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What a call sends. */
public record Payload(String contentType, Bytes content) {
  public Payload {
    Objects.requireNonNull(contentType, "contentType");
    Objects.requireNonNull(content, "content");
  }

  /** A JSON text. */
  public static Payload json(String text) {
    return new Payload("application/json", Bytes.utf8(text));
  }

  /** Fields of a form, in order. */
  public static Payload form(Map<String, String> fields) {
    String text =
        fields.entrySet().stream()
            .map(field -> Percent.encode(field.getKey()) + "=" + Percent.encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return new Payload("application/x-www-form-urlencoded", Bytes.utf8(text));
  }
}
