// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.conformance;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a message is one a person can act on: two clauses, what happened and what to do. */
final class Words {
  private static final Pattern TWO_CLAUSES = Pattern.compile("(?s).{8,}[:;,.] .{8,}");

  private Words() {}

  static boolean sayWhatToDo(@Nullable String message) {
    return message != null && TWO_CLAUSES.matcher(message).matches();
  }
}
