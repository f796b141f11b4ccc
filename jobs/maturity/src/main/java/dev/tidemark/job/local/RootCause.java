// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.local;

import java.util.List;
import java.util.Optional;

/** Finds in a stack trace the line that says what happened. */
final class RootCause {
  private static final String CAUSE = "Caused by: ";

  private RootCause() {}

  /** The innermost cause's class and message, without the package. */
  static Optional<String> in(String stackTrace) {
    List<String> lines = stackTrace.lines().toList();
    return lines.stream()
        .filter(line -> line.startsWith(CAUSE))
        .map(line -> line.substring(CAUSE.length()))
        .reduce((outer, inner) -> inner)
        .or(() -> lines.stream().findFirst())
        .filter(line -> !line.isBlank())
        .map(RootCause::withoutPackage);
  }

  private static String withoutPackage(String line) {
    int colon = line.indexOf(':');
    String type = colon < 0 ? line : line.substring(0, colon);
    return type.substring(type.lastIndexOf('.') + 1) + line.substring(type.length());
  }
}
