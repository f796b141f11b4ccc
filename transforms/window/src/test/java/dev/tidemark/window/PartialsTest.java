// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tidemark.model.Bytes;
import dev.tidemark.model.event.MetricValue;
import dev.tidemark.model.metric.WindowClass;
import dev.tidemark.model.window.Partial;
import dev.tidemark.sketch.DistinctSketch;
import dev.tidemark.sketch.QuantileSketch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PartialsTest {
  private static final Instant NOON = Instant.parse("2026-01-08T12:00:00Z");
  private static final List<WindowClass> CLASSES =
      List.of(
          WindowClass.SUM,
          WindowClass.RATIO,
          WindowClass.LAST,
          WindowClass.QUANTILE,
          WindowClass.DISTINCT);

  /** Something to fold in: what it is worth depends on the class. */
  record Item(double value, int minute, int revision) {
    void addTo(Accumulator window, WindowClass windowClass) {
      window.add(worth(windowClass), NOON.plus(Duration.ofMinutes(minute)), revision);
    }

    private MetricValue worth(WindowClass windowClass) {
      return switch (windowClass) {
        case RATIO -> new MetricValue.Ratio(value / 3, value);
        case DISTINCT -> new MetricValue.Member("member " + value);
        default -> new MetricValue.Quantity(value);
      };
    }
  }

  @Property(tries = 300)
  void anyOrderInAnyPartsGivesTheSameBytes(
      @ForAll("items") List<Item> items, @ForAll Random random) {
    for (WindowClass windowClass : CLASSES) {
      Partial whole = fold(windowClass, items);
      List<Item> shuffled = new ArrayList<>(items);
      Collections.shuffle(shuffled, random);
      int half = random.nextInt(items.size() + 1);
      Partial one = fold(windowClass, shuffled.subList(0, half));
      Partial other = fold(windowClass, shuffled.subList(half, items.size()));
      assertThat(Partials.merge(windowClass, one, other)).isEqualTo(whole);
      assertThat(Partials.merge(windowClass, other, one)).isEqualTo(whole);
    }
  }

  @Property(tries = 200)
  void toldTwiceIsToldOnceWhereRepeatsMeanNothing(@ForAll("items") List<Item> items) {
    for (WindowClass windowClass : List.of(WindowClass.LAST, WindowClass.DISTINCT)) {
      List<Item> twice = new ArrayList<>(items);
      twice.addAll(items);
      assertThat(fold(windowClass, twice)).isEqualTo(fold(windowClass, items));
    }
  }

  @Provide
  Arbitrary<List<Item>> items() {
    return Combinators.combine(
            Arbitraries.doubles().between(0, 1e9),
            Arbitraries.integers().between(0, 5),
            Arbitraries.integers().between(0, 2))
        .as(Item::new)
        .list()
        .ofMaxSize(30);
  }

  @Test
  void manyMembersInAnyOrderGiveTheSameBytesToo() {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < 30_000; i++) {
      items.add(new Item(i, 0, 0));
    }
    Partial whole = fold(WindowClass.DISTINCT, items);
    Collections.shuffle(items, new Random(7));
    Partial some = fold(WindowClass.DISTINCT, items.subList(0, 9_000));
    Partial others = fold(WindowClass.DISTINCT, items.subList(5_000, 30_000));
    assertThat(Partials.merge(WindowClass.DISTINCT, others, some)).isEqualTo(whole);
    assertThat(Partials.distinct(whole)).isCloseTo(30_000, within(30_000 * 0.05));
  }

  @Test
  void setsMeet() {
    Partial used = members(0, 300);
    Partial held = members(100, 500);
    assertThat(Partials.distinctInBoth(used, held)).isEqualTo(200);
    assertThat(Partials.distinctWithout(held, used)).isEqualTo(200);
    assertThat(Partials.distinctWithout(used, held)).isEqualTo(100);
    assertThat(Partials.distinctInBoth(used, Partial.empty())).isZero();
    assertThat(Partials.distinctWithout(used, Partial.empty())).isEqualTo(300);
    assertThat(Partials.distinct(Partial.empty())).isZero();
  }

  @Test
  void quantilesAreWithinOnePercent() {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i <= 1000; i++) {
      items.add(new Item(i, 0, 0));
    }
    Partial durations = fold(WindowClass.QUANTILE, items);
    assertThat(Partials.quantile(durations, 0)).hasValue(0);
    assertThat(Partials.quantile(durations, 0.5).orElseThrow()).isCloseTo(500, within(5.1));
    assertThat(Partials.quantile(durations, 0.99).orElseThrow()).isCloseTo(990, within(10d));
    assertThat(durations.count()).isEqualTo(1001);
    assertThat(Partials.quantile(Partial.empty(), 0.5)).isEmpty();
  }

  @Test
  void theGreaterRevisionWinsAmongLastValuesOfOneTime() {
    Partial last =
        fold(
            WindowClass.LAST,
            List.of(new Item(9, 3, 0), new Item(1, 5, 2), new Item(7, 5, 1), new Item(8, 4, 9)));
    assertThat(last.last()).isEqualTo(1);
    assertThat(last.lastRevision()).isEqualTo(2);
    assertThat(last.count()).isEqualTo(1);
  }

  @Test
  void aRatioNeedsADenominator() {
    assertThat(Partials.ratio(fold(WindowClass.RATIO, List.of(new Item(3, 0, 0)))))
        .hasValueCloseTo(1 / 3d, within(1e-6));
    assertThat(Partials.ratio(Partial.empty())).isEmpty();
  }

  @Test
  void membersBesideSumsDoNotCount() {
    Accumulator reads = new Accumulator(WindowClass.SUM);
    reads.add(new MetricValue.Quantity(5), NOON, 0);
    reads.add(new MetricValue.Member("a"), NOON, 0);
    reads.add(new MetricValue.Member("b"), NOON, 0);
    assertThat(reads.partial().count()).isEqualTo(1);
    assertThat(reads.partial().sum()).isEqualTo(5);
    assertThat(Partials.distinct(reads.partial())).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(WindowClass.class)
  void theEmptyPartialIsNeutral(WindowClass windowClass) {
    Partial some = fold(WindowClass.SUM, List.of(new Item(1, 0, 0)));
    assertThat(Partials.merge(windowClass, some, Partial.empty())).isEqualTo(some);
    assertThat(Partials.merge(windowClass, Partial.empty(), some)).isEqualTo(some);
  }

  @Test
  void bytesOfAnotherFamilyAreRefused() {
    Bytes quantiles = fold(WindowClass.QUANTILE, List.of(new Item(1, 0, 0))).sketch();
    assertThatThrownBy(() -> DistinctSketch.of(quantiles))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("starts with 1, not with 2");
    assertThatThrownBy(() -> QuantileSketch.of(members(0, 3).sketch()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("these bytes are no quantile sketch");
    assertThatThrownBy(() -> QuantileSketch.empty().add(-1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Partial members(int from, int to) {
    Accumulator window = new Accumulator(WindowClass.DISTINCT);
    for (int i = from; i < to; i++) {
      window.add(new MetricValue.Member("member " + i), NOON, 0);
    }
    return window.partial();
  }

  private static Partial fold(WindowClass windowClass, List<Item> items) {
    Accumulator window = new Accumulator(windowClass);
    items.forEach(item -> item.addTo(window, windowClass));
    return window.partial();
  }
}
