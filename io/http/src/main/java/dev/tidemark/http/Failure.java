// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is no success.
 *
 * @param body the beginning of its body as text
 * @param errorCode the vendor's error code; null where none was found
 */
public record Failure(Head head, String body, @Nullable String errorCode) {
  public Failure {
    Objects.requireNonNull(head, "head");
    Objects.requireNonNull(body, "body");
  }

  /** The vendor's own error code. */
  public Optional<String> code() {
    return Optional.ofNullable(errorCode);
  }

  /** A field of the body, where that is JSON. */
  public Optional<String> text(String pointer) {
    return Json.text(body, pointer);
  }
}
