// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import dev.tidemark.model.Bytes;
import java.util.Objects;
import java.util.Optional;

/** A whole answer, its body decompressed. */
public record Answer(Head head, Bytes body) {
  public Answer {
    Objects.requireNonNull(head, "head");
    Objects.requireNonNull(body, "body");
  }

  /** A scalar field of the body, where that is JSON. */
  public Optional<String> text(String pointer) {
    return Json.text(body.utf8(), pointer);
  }
}
