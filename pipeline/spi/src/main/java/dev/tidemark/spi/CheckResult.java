// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether one need of a connector is met.
 *
 * @param need what was checked, such as {@code network} or {@code permission: pg_monitor}
 * @param failure why it is not met; null where it is
 * @param message what was found; for a failure also what to do
 */
public record CheckResult(String need, @Nullable Category failure, String message) {
  public CheckResult {
    Objects.requireNonNull(need, "need");
    Objects.requireNonNull(message, "message");
  }

  public static CheckResult passed(String need, String message) {
    return new CheckResult(need, null, message);
  }

  public static CheckResult failed(String need, Category category, String message) {
    return new CheckResult(need, category, message);
  }

  public boolean passed() {
    return failure == null;
  }

  /** The failure's stable code. */
  public Optional<String> code() {
    return Optional.ofNullable(failure).map(Category::code);
  }
}
