// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi.options;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** placeholder */
public record Option<T>(String name, Class<T> javaType, @Nullable T fallback) {
  public Optional<T> defaultValue() {
    return Optional.ofNullable(fallback);
  }
}
