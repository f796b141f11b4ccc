// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.salesforce;

import dev.tidemark.fake.salesforce.soql.Condition;
import java.time.Instant;

/** From which time on records can fulfil a condition: so that no more are made than are needed. */
final class EarliestTime {
  private EarliestTime() {}

  /** The earliest time; {@link Instant#MIN} where the condition does not say. */
  static Instant of(Condition condition, String field) {
    if (condition instanceof Condition.And and) {
      return and.parts().stream().map(it -> of(it, field)).max(Instant::compareTo).orElseThrow();
    }
    if (condition instanceof Condition.Or or) {
      return or.parts().stream().map(it -> of(it, field)).min(Instant::compareTo).orElseThrow();
    }
    return condition instanceof Condition.Comparison comparison
            && comparison.field().equalsIgnoreCase(field)
            && !comparison.operator().startsWith("<")
            && !comparison.operator().startsWith("!")
        ? comparison.instant().orElse(Instant.MIN)
        : Instant.MIN;
  }
}
