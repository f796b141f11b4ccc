// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.stream;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What reading cost in units its platform charges by, beyond calls and bytes: amounts by unit, kept
 * to a millionth. Decimal, so that sums are exact in whatever order they are made; equal costs are
 * equal records.
 *
 * @param amounts above zero, at most 10^18; a unit that is not named cost nothing
 */
public record Cost(SortedMap<CostUnit, BigDecimal> amounts) {
  /** Decimal places that are kept. */
  public static final int SCALE = 6;

  private static final BigDecimal LARGEST = BigDecimal.TEN.pow(18);
  private static final int FINEST = 1_000;

  private static final Cost NONE = new Cost(Collections.emptySortedMap());

  public Cost {
    TreeMap<CostUnit, BigDecimal> kept = new TreeMap<>();
    amounts.forEach((unit, amount) -> keep(kept, unit, amount));
    amounts = Collections.unmodifiableSortedMap(kept);
  }

  /** Nothing that is charged for. */
  public static Cost none() {
    return NONE;
  }

  /**
   * An amount of one unit.
   *
   * @throws IllegalArgumentException if it is negative or no number, or the unit has no valid name
   */
  public static Cost of(String unit, double amount) {
    if (!Double.isFinite(amount)) {
      throw new IllegalArgumentException("a cost in " + unit + " is a number, not " + amount);
    }
    return of(unit, BigDecimal.valueOf(amount));
  }

  /** An amount of one unit, as {@link #of(String, double)}. */
  public static Cost of(String unit, BigDecimal amount) {
    return new Cost(new TreeMap<>(Map.of(new CostUnit(unit), amount)));
  }

  public boolean isNone() {
    return amounts.isEmpty();
  }

  /** How much of a unit; zero where it is not named. */
  public BigDecimal amount(CostUnit unit) {
    return amounts.getOrDefault(unit, BigDecimal.ZERO);
  }

  public Cost plus(Cost other) {
    if (isNone() || other.isNone()) {
      return isNone() ? other : this;
    }
    TreeMap<CostUnit, BigDecimal> sums = new TreeMap<>(amounts);
    other.amounts.forEach((unit, amount) -> sums.merge(unit, amount, BigDecimal::add));
    return new Cost(sums);
  }

  private static void keep(Map<CostUnit, BigDecimal> kept, CostUnit unit, BigDecimal amount) {
    if (amount.signum() < 0 || amount.compareTo(LARGEST) > 0 || amount.scale() > FINEST) {
      throw new IllegalArgumentException(
          "a cost in " + unit + " is between 0 and " + LARGEST + ", not " + amount);
    }
    BigDecimal rounded = amount.setScale(SCALE, RoundingMode.HALF_UP);
    if (rounded.signum() > 0) {
      kept.put(unit, plain(rounded));
    }
  }

  /** One form for equal numbers, without an exponent. */
  private static BigDecimal plain(BigDecimal amount) {
    BigDecimal stripped = amount.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** Such as {@code 0.25 dbu, 40 warehouse_seconds}; empty where it is nothing. */
  @Override
  public String toString() {
    return amounts.entrySet().stream()
        .map(amount -> amount.getValue().toPlainString() + " " + amount.getKey())
        .collect(Collectors.joining(", "));
  }
}
