// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.resource;

import dev.tidemark.console.web.Problem;
import dev.tidemark.console.web.Problem.Kind;

/** What somebody must have seen to change it. */
final class Preconditions {
  private Preconditions() {}

  /** The tag of what was seen; refuses a change that names none. */
  static String seen(Call call) {
    String tag = call.context().header("If-Match");
    if (tag == null) {
      String detail = "Send the ETag of what you have seen as If-Match.";
      throw Problem.of(Kind.PRECONDITION_REQUIRED, detail).thrown();
    }
    return tag;
  }

  /** Refuses a change of what was seen otherwise. */
  static void require(Call call, String tag) {
    if (!seen(call).equals(tag)) {
      throw meanwhile();
    }
  }

  static RuntimeException meanwhile() {
    String detail = "Somebody else changed it: get it again, and decide again.";
    return Problem.of(Kind.CHANGED_MEANWHILE, detail).thrown();
  }
}
