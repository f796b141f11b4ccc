// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.organisation;

import java.util.stream.Stream;

/** Everything that happens in an account, kind by kind. */
enum Happenings {
  QUERIES,
  RUNS,
  LOGINS,
  CHECKS,
  CHARGES,
  REQUESTS;

  Stream<? extends Happening> of(Account account, TimeRange range) {
    return switch (this) {
      case QUERIES -> account.queries(range);
      case RUNS -> account.runs(range);
      case LOGINS -> account.logins(range);
      case CHECKS -> account.checks(range);
      case CHARGES -> account.charges(range);
      case REQUESTS -> account.requests(range);
    };
  }
}
