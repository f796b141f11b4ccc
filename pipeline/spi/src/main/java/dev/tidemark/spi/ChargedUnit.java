// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi;

import dev.tidemark.model.stream.CostUnit;
import java.util.Objects;

/**
 * A unit in which a connector type reports what a fetch cost. A connector may be given a daily
 * budget of it.
 *
 * @param meaning what one of it is, for people, such as {@code a second a warehouse ran for us}
 */
public record ChargedUnit(CostUnit unit, String meaning) {
  public ChargedUnit {
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(meaning, "meaning");
  }

  public static ChargedUnit of(String unit, String meaning) {
    return new ChargedUnit(new CostUnit(unit), meaning);
  }
}
