// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.metric;

import java.util.Optional;

/**
 * A unit of the closed table Tidemark understands, written in case-sensitive UCUM. One of the unit
 * is {@code factor} of the base unit of its quantity: second, byte, one, or the counted thing
 * itself. Months and years are UCUM's mean ones (30.4375 and 365.25 days).
 */
public record Unit(String symbol, Quantity quantity, double factor) {
  /** The pure number. */
  public static final Unit ONE = new Unit("1", Quantity.PURE, 1);

  /** The second. */
  public static final Unit SECOND = new Unit("s", Quantity.TIME, 1);

  /** The byte. */
  public static final Unit BYTE = new Unit("By", Quantity.INFORMATION, 1);

  public Unit {
    if (!(factor > 0 && factor < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "unit " + symbol + " needs a positive factor, not " + factor);
    }
  }

  /** The unit written so, or nothing if the closed table does not hold it. */
  public static Optional<Unit> parse(String symbol) {
    return UnitTable.find(symbol);
  }

  /**
   * The unit written so.
   *
   * @throws IllegalArgumentException naming the symbol and the symbols that would do
   */
  public static Unit of(String symbol) {
    return parse(symbol)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown unit \"" + symbol + "\"; known are " + UnitTable.symbols()));
  }

  /** Whether amounts of the two units can be expressed in each other. */
  public boolean isCommensurableWith(Unit other) {
    return quantity.equals(other.quantity);
  }

  /**
   * The same amount in another unit.
   *
   * @throws IllegalArgumentException if the units measure different things
   */
  public double convert(double amount, Unit target) {
    if (!isCommensurableWith(target)) {
      throw new IllegalArgumentException(
          "%s measures %s and cannot become %s, which measures %s"
              .formatted(symbol, quantity.name(), target.symbol, target.quantity.name()));
    }
    return symbol.equals(target.symbol) ? amount : amount * factor / target.factor;
  }

  @Override
  public String toString() {
    return symbol;
  }
}
