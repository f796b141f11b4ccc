// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.model.event.EventCheck;
import dev.tidemark.model.event.MetricEvent;
import dev.tidemark.model.event.MetricValue;
import dev.tidemark.model.event.UnusableRecordException;
import dev.tidemark.model.metric.Metric;
import dev.tidemark.model.metric.MetricCatalogue;
import dev.tidemark.model.metric.MetricKind;
import dev.tidemark.model.metric.Temporality;
import dev.tidemark.model.metric.Unit;
import dev.tidemark.model.window.Attributes;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every unit of the catalogue, against every unit a source may use instead. */
final class CatalogueUnitsTest {
  private static final List<Unit> UNITS =
      Stream.of("1", "%", "ms", "s", "min", "h", "d", "By", "KiBy", "GBy", "{asset}", "{query}")
          .map(Unit::of)
          .toList();

  private final EventCheck check = new EventCheck(MetricCatalogue.standard());

  /** A kind of point a metric has. */
  record Point(Metric metric, MetricKind kind) {
    MetricEvent in(Unit unit) {
      return new MetricEvent(
          metric.name(),
          metric.temporality(),
          unit.symbol(),
          value(),
          ScriptedType.table("t"),
          Attributes.none(),
          Reader.NOON,
          Reader.NOON,
          0,
          null);
    }

    private MetricValue value() {
      return switch (kind) {
        case RATIO -> new MetricValue.Ratio(0.25, 0.5);
        case SKETCH -> new MetricValue.Member("m");
        case STATE -> new MetricValue.Facts(Map.of());
        default -> new MetricValue.Quantity(0.5);
      };
    }
  }

  static List<Point> points() {
    return MetricCatalogue.standard().all().stream()
        .flatMap(metric -> metric.kinds().stream().map(kind -> new Point(metric, kind)))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("points")
  void commensurableUnitsAreConvertedAndOthersRefused(Point point) {
    Unit canonical = point.metric().unit(point.kind());
    assertThat(check.check(point.in(canonical), Reader.NOON).value()).isEqualTo(point.value());
    for (Unit unit : UNITS) {
      MetricEvent event = point.in(unit);
      if (unit.isCommensurableWith(canonical)) {
        assertConverted(event, unit, canonical);
      } else {
        assertThatThrownBy(() -> check.check(event, Reader.NOON))
            .isInstanceOf(UnusableRecordException.class)
            .hasMessageContaining(point.metric().name())
            .hasMessageContaining("measured in " + canonical.symbol())
            .hasMessageContaining("\"" + unit.symbol() + "\"");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("points")
  void onlyAmountsMayBeCumulative(Point point) {
    MetricEvent instant = point.in(point.metric().unit(point.kind()));
    MetricEvent counter =
        new MetricEvent(
            instant.metric(),
            Temporality.CUMULATIVE,
            instant.unit(),
            instant.value(),
            instant.subject(),
            instant.attributes(),
            instant.start(),
            instant.end(),
            0,
            null);
    if (point.kind() == MetricKind.SUM) {
      assertThat(check.check(counter, Reader.NOON).isCumulative()).isTrue();
    } else {
      assertThatThrownBy(() -> check.check(counter, Reader.NOON))
          .isInstanceOf(UnusableRecordException.class)
          .hasMessageContaining("came as CUMULATIVE");
    }
  }

  private void assertConverted(MetricEvent event, Unit unit, Unit canonical) {
    MetricValue value = check.check(event, Reader.NOON).value();
    if (value instanceof MetricValue.Quantity quantity) {
      assertThat(quantity.value()).isEqualTo(unit.convert(0.5, canonical));
    } else if (value instanceof MetricValue.Ratio ratio) {
      assertThat(ratio.denominator()).isEqualTo(unit.convert(0.5, canonical));
    } else {
      assertThat(value).isEqualTo(event.value());
    }
  }
}
