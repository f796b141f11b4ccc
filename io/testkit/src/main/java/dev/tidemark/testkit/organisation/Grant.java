// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.organisation;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A privileged role somebody holds.
 *
 * @param index from 0 in its account
 * @param role such as {@code security_admin}
 * @param isNeeded whether it is ever used
 * @param revoked null while it holds
 */
public record Grant(
    int index,
    Person holder,
    String role,
    boolean isNeeded,
    Instant granted,
    @Nullable Instant revoked) {
  public Grant {
    Objects.requireNonNull(holder, "holder");
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(granted, "granted");
  }

  /** Whether it holds at a time. */
  public boolean holds(Instant at) {
    return holder.isHere(at) && !at.isBefore(granted) && (revoked == null || at.isBefore(revoked));
  }
}
