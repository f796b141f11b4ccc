// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import dev.tidemark.spi.options.Secret;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An access token.
 *
 * @param obtained when, by this machine's clock
 * @param expires when it ends; null where the source does not say
 * @param fields what came with it that is no secret, such as {@code instance_url}
 */
public record Token(
    Secret value, Instant obtained, @Nullable Instant expires, Map<String, String> fields) {
  public Token {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(obtained, "obtained");
    fields = Map.copyOf(fields);
  }

  /** Something that came with it. */
  public Optional<String> field(String name) {
    return Optional.ofNullable(fields.get(name));
  }
}
