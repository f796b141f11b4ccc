// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.authoring;

import dev.tidemark.spi.ConnectorException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of an account that is listed by itself, such as a region or a database.
 *
 * @param path where the keys of its records begin
 * @param names its names, from the outermost; none for the account as a whole
 * @param failure why it cannot be listed; null where it can
 */
public record Part(String path, List<String> names, @Nullable ConnectorException failure) {
  public Part {
    names = List.copyOf(names);
  }

  /** The account as a whole. */
  public static Part whole() {
    return new Part("", List.of(), null);
  }

  /** A part by its names, from the outermost. */
  public static Part of(String... names) {
    return new Part(Keys.path(names), Arrays.asList(names), null);
  }

  /** A part of which is known that it cannot be listed. */
  public static Part failed(ConnectorException failure, String... names) {
    return new Part(Keys.path(names), Arrays.asList(names), failure);
  }

  /** Its outermost name. */
  public String place() {
    return names.get(0);
  }

  /** Its innermost name. */
  public String name() {
    return names.get(names.size() - 1);
  }

  /** Whether a failure concerns one part of an account and leaves the others readable. */
  public static boolean isRefusedBy(ConnectorException failure) {
    return switch (failure.category()) {
      case PERMISSION, NOT_FOUND, UNSUPPORTED -> true;
      default -> false;
    };
  }
}
