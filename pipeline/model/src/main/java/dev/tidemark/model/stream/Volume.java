// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.stream;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * What reading cost and brought. Everything is additive.
 *
 * @param cost what the platform charges beyond calls and bytes
 */
public record Volume(long pages, long records, long bytes, long calls, Cost cost) {
  private static final Volume NONE = new Volume(0, 0, 0, 0);

  public Volume {
    Objects.requireNonNull(cost, "cost");
    if (pages < 0 || records < 0 || bytes < 0 || calls < 0) {
      throw new IllegalArgumentException("a volume is never negative");
    }
  }

  /** A volume nobody charges for beyond calls and bytes. */
  public Volume(long pages, long records, long bytes, long calls) {
    this(pages, records, bytes, calls, Cost.none());
  }

  public static Volume none() {
    return NONE;
  }

  /** The same, and this was charged for it as well. */
  public Volume costing(Cost more) {
    return new Volume(pages, records, bytes, calls, cost.plus(more));
  }

  /** All it took, as amounts: what the platform charges, and calls and bytes by these names. */
  public Cost taken() {
    return cost.plus(Cost.of(CostUnit.CALLS.name(), BigDecimal.valueOf(calls)))
        .plus(Cost.of(CostUnit.BYTES.name(), BigDecimal.valueOf(bytes)));
  }

  public Volume plus(Volume other) {
    return new Volume(
        pages + other.pages,
        records + other.records,
        bytes + other.bytes,
        calls + other.calls,
        cost.plus(other.cost));
  }
}
