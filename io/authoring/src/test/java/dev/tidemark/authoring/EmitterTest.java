// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.model.Stratum;
import dev.tidemark.model.asset.Population;
import dev.tidemark.model.asset.Subject;
import dev.tidemark.model.event.MetricEvent;
import dev.tidemark.model.event.MetricValue;
import dev.tidemark.model.metric.MetricCatalogue;
import dev.tidemark.model.metric.Temporality;
import dev.tidemark.model.window.Attributes;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.lang.reflect.Field;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EmitterTest {
  private static final Instant AT = Instant.parse("2026-01-08T23:30:00Z");
  private static final Subject SUBJECT = new Subject("connector", "x://y");
  private static final Population POPULATION = new Population(new Stratum("x://y"), "table", 3, 5);

  private final List<MetricEvent> events = new ArrayList<>();
  private final Emitter emitter = new Emitter(events::add, AT);

  @Test
  void takesUnitAndTemporalityFromTheCatalogue() {
    emitter.gauge(MetricNames.ASSET_SIZE, 5, null, Attributes.none());
    emitter.sum(MetricNames.RUN, 1, null, Attributes.of("outcome", "success"));
    emitter.histogram(MetricNames.RUN_DURATION, 2, null, Attributes.none());
    emitter.member(MetricNames.ASSET_READ, "<who>", Attributes.none());
    emitter.state(MetricNames.ASSET_STATE, SUBJECT, Map.of("active", "true"));
    assertThat(events)
        .extracting(MetricEvent::unit)
        .containsExactly("By", "{run}", "s", "{principal}", "{asset}");
    assertThat(events.get(0).temporality()).isEqualTo(Temporality.INSTANT);
    assertThat(events.get(3).temporality()).isEqualTo(Temporality.DELTA);
  }

  @Test
  void saysHowMuchOfItsKindIsSeen() {
    emitter.heartbeat(SUBJECT);
    emitter.eligible(SUBJECT, POPULATION);
    assertThat(events.get(0).metric()).isEqualTo(MetricNames.HEARTBEAT);
    assertThat(events.get(1).population()).isEqualTo(POPULATION);
  }

  @Test
  void namesWhatIsMissingByItselfAndAges() {
    emitter.lacks(POPULATION.stratum(), "read my.shop", MetricNames.ASSET_STATE);
    emitter.lag(SUBJECT, Duration.ofMillis(1500));
    emitter.lag(SUBJECT, Duration.ofSeconds(-3));
    assertThat(events.get(0).subject())
        .isEqualTo(
            new Subject(
                "connector",
                "x://y#permission=read%20my%2Eshop&metric=" + MetricNames.ASSET_STATE));
    assertThat(events.subList(1, 3))
        .extracting(MetricEvent::value)
        .containsExactly(new MetricValue.Quantity(1.5), new MetricValue.Quantity(0));
  }

  @Test
  void refusesMoreThanTheWhole() {
    for (double some : new double[] {-1, 3, Double.NaN}) {
      assertThatThrownBy(() -> emitter.ratio(MetricNames.CHECK, some, 2, null, Attributes.none()))
          .isInstanceOfSatisfying(
              ConnectorException.class, it -> assertThat(it.category()).isEqualTo(Category.DATA));
    }
    assertThat(events).isEmpty();
  }

  @Test
  void daysAreThoseOfUtc() {
    assertThat(Emitter.day(AT)).isEqualTo("2026-01-08");
  }

  @Test
  void everyNameIsInTheCatalogue() throws ReflectiveOperationException {
    for (Field name : MetricNames.class.getDeclaredFields()) {
      assertThat(MetricCatalogue.standard().names()).contains((String) name.get(null));
    }
  }
}
