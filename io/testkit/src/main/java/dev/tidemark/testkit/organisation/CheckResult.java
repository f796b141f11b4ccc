// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.organisation;

import java.time.Instant;
import java.util.Objects;

/**
 * What a check of data found.
 *
 * @param name of the check, unique per asset
 * @param dimension such as {@code completeness}
 * @param rows rows it looked at
 * @param failed rows it objected to; 0 exactly if it passed
 */
public record CheckResult(
    String id,
    Asset asset,
    String name,
    String dimension,
    Instant begun,
    double lateness,
    long rows,
    long failed)
    implements Happening {
  public CheckResult {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(asset, "asset");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(dimension, "dimension");
    Objects.requireNonNull(begun, "begun");
  }

  /** Whether nothing was objected to. */
  public boolean passed() {
    return failed == 0;
  }
}
