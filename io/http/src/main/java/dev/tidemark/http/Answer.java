// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import dev.tidemark.model.Bytes;
import java.util.Objects;

/** A whole answer, its body decompressed. */
public record Answer(Head head, Bytes body) {
  public Answer {
    Objects.requireNonNull(head, "head");
    Objects.requireNonNull(body, "body");
  }
}
