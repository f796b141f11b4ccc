// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import dev.tidemark.model.Bytes;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What was asked for of a JSON answer.
 *
 * @param fields the fields that were there, by pointer, each as its own JSON text
 */
public record JsonAnswer(Head head, Map<String, Bytes> fields) {
  public JsonAnswer {
    Objects.requireNonNull(head, "head");
    fields = Map.copyOf(fields);
  }

  /** A field as JSON. */
  public Optional<Bytes> json(String pointer) {
    return Optional.ofNullable(fields.get(pointer));
  }

  /** A text, number or truth value as text; empty where the field is absent, null or nested. */
  public Optional<String> text(String pointer) {
    return json(pointer).flatMap(Json::scalar);
  }
}
