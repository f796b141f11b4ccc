// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

final class CostTest {
  private static final CostUnit DBU = new CostUnit("dbu");

  @Test
  void amountsAddUpByUnit() {
    Cost cost = Cost.of("dbu", 0.25).plus(Cost.of("warehouse_seconds", 40)).plus(Cost.of("dbu", 1));
    assertThat(cost).hasToString("1.25 dbu, 40 warehouse_seconds");
    assertThat(cost.amount(DBU)).isEqualByComparingTo("1.25");
    assertThat(cost.amount(new CostUnit("credits"))).isZero();
  }

  /** Ten tenths are one, in whatever order they come. */
  @Test
  void sumsAreExact() {
    Cost sum = Cost.none();
    for (int i = 0; i < 10; i++) {
      sum = sum.plus(Cost.of("dbu", 0.1));
    }
    assertThat(sum).isEqualTo(Cost.of("dbu", 1)).hasSameHashCodeAs(Cost.of("dbu", 1));
  }

  @Test
  void equalAmountsAreEqualCosts() {
    assertThat(Cost.of("dbu", new BigDecimal("1E+2"))).isEqualTo(Cost.of("dbu", 100.000));
    assertThat(Cost.of("dbu", 100)).hasToString("100 dbu");
  }

  @Test
  void whatIsLessThanAMillionthIsNothing() {
    assertThat(Cost.of("dbu", 0.0000004)).isEqualTo(Cost.none());
    assertThat(Cost.of("dbu", 0.0000005)).hasToString("0.000001 dbu");
    assertThat(Cost.of("dbu", 0).isNone()).isTrue();
  }

  @Test
  void whatIsNoAmountIsRefused() {
    assertThatThrownBy(() -> Cost.of("dbu", -1))
        .hasMessageContaining("dbu")
        .hasMessageContaining("-1");
    assertThatThrownBy(() -> Cost.of("dbu", Double.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> Cost.of("dbu", new BigDecimal("1E+999999999")))
        .hasMessageContaining("between 0 and");
    assertThatThrownBy(() -> Cost.of("dbu", new BigDecimal("1E-999999999")))
        .hasMessageContaining("between 0 and");
  }

  @Test
  void aUnitIsAWord() {
    assertThatThrownBy(() -> Cost.of("DBU/h", 1)).hasMessageContaining("'DBU/h'");
    assertThatThrownBy(() -> new CostUnit("")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void volumesAddTheirCosts() {
    Volume charged = new Volume(1, 2, 3, 4).costing(Cost.of("dbu", 1));
    assertThat(charged.plus(charged)).isEqualTo(new Volume(2, 4, 6, 8, Cost.of("dbu", 2)));
  }
}
