// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.organisation;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A statement somebody ran.
 *
 * @param grant the privileged grant it was run under; null for an ordinary one
 * @param reads what it read
 * @param writes what it wrote, made, changed or dropped; null for a reading one
 * @param failure what it failed of; null if it succeeded
 */
public record Query(
    String id,
    Kind kind,
    Person by,
    Instant begun,
    Instant ended,
    double lateness,
    @Nullable Grant grant,
    List<Asset> reads,
    @Nullable Asset writes,
    long rows,
    long bytes,
    @Nullable String failure)
    implements Happening {
  public Query {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(begun, "begun");
    Objects.requireNonNull(ended, "ended");
    reads = List.copyOf(reads);
  }

  /** What it does. */
  public enum Kind {
    /** Reads. */
    SELECT,
    /** Writes rows. */
    INSERT,
    /** Makes an object. */
    CREATE,
    /** Changes an object. */
    ALTER,
    /** Changes who may do what. */
    GRANT
  }

  /** Whether it changes an object and not its rows. */
  public boolean isChange() {
    return kind == Kind.CREATE || kind == Kind.ALTER;
  }
}
