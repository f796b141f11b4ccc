// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Units convert within their quantity and never across (P11). */
class UnitTest {
  @ParameterizedTest
  @CsvSource({
    "1500, ms, s, 1.5",
    "2, h, s, 7200",
    "1, d, h, 24",
    "1, wk, d, 7",
    "1, mo, d, 30.4375",
    "1, a, d, 365.25",
    "1, kBy, By, 1000",
    "1, KiBy, By, 1024",
    "1, GiBy, MiBy, 1024",
    "16, bit, By, 2",
    "3, TBy, GBy, 3000",
    "12.5, %, 1, 0.125",
    "300, [ppm], 1, 0.0003",
    "7, {check}, {check}, 7",
    "3, d/wk, d/wk, 3"
  })
  void convertsCommensurableAmounts(double amount, String from, String to, double expected) {
    assertThat(Unit.of(from).convert(amount, Unit.of(to)))
        .isCloseTo(expected, within(1e-12 * expected));
  }

  @ParameterizedTest
  @CsvSource({
    "s, By",
    "{credit}, {USD}",
    "{query}, {asset}",
    "1, {check}",
    "{asset}.d, {asset}",
    "d/wk, d",
    "{DBU}, {credit}"
  })
  void refusesAmountsOfOtherQuantities(String from, String to) {
    assertThat(Unit.of(from).isCommensurableWith(Unit.of(to))).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Unit.of(from).convert(1, Unit.of(to)))
        .withMessageContaining("cannot become " + to);
  }

  @ParameterizedTest
  @CsvSource({"KBy", "S", "sec", "mb", "{}", "''", "{parsec}"})
  void knowsNoUnitsOutsideTheTable(String symbol) {
    assertThat(Unit.parse(symbol)).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Unit.of(symbol))
        .withMessageContaining("known are");
  }

  /**
   * P11: for every unit of the catalogue some other unit is refused, and the unit itself converts
   * to itself.
   */
  @ParameterizedTest
  @MethodSource("catalogueUnits")
  void everyCatalogueUnitRefusesAnother(Unit unit) {
    Unit other =
        Stream.of(Unit.SECOND, Unit.BYTE)
            .filter(wrong -> !wrong.isCommensurableWith(unit))
            .findFirst()
            .orElseThrow();
    assertThatIllegalArgumentException().isThrownBy(() -> other.convert(1, unit));
    assertThat(unit.convert(42, unit)).isEqualTo(42);
  }

  @Test
  void needsAPositiveFactor() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Unit("x", new Quantity("x"), 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Quantity(" "));
    assertThat(Unit.parse("1")).isEqualTo(Optional.of(Unit.ONE));
  }

  static Stream<Unit> catalogueUnits() {
    return MetricCatalogue.standard().all().stream()
        .flatMap(metric -> metric.units().values().stream())
        .distinct();
  }
}
