// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.model.metric.MetricCatalogue;
import dev.tidemark.model.metric.Temporality;
import dev.tidemark.model.window.Attributes;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What one event passed is no pass for the next. */
final class EventCheckTest {
  private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
  private static final Attributes ORDERS = Attributes.of("cicd.pipeline.name", "orders");
  private static final Attributes FORBIDDEN = Attributes.of("colour", "red");

  private final EventCheck check = new EventCheck(MetricCatalogue.standard());

  @Test
  void attributesAreLookedAtWhereOnlyTheyDiffer() {
    check.check(errors(ORDERS, "{error}"), NOW);
    assertThatThrownBy(() -> check.check(errors(FORBIDDEN, "{error}"), NOW))
        .isInstanceOf(UnusableRecordException.class)
        .hasMessageContaining("must not carry the attribute \"colour\"");
  }

  @Test
  void attributesThatWereRefusedAreRefusedAgain() {
    check.check(errors(ORDERS, "{error}"), NOW);
    for (int time = 0; time < 2; time++) {
      assertThatThrownBy(() -> check.check(errors(FORBIDDEN, "{error}"), NOW))
          .isInstanceOf(UnusableRecordException.class);
    }
  }

  @Test
  void attributesOneMetricMayCarryAreNoPassForAnother() {
    check.check(errors(ORDERS, "{error}"), NOW);
    assertThatThrownBy(() -> check.check(event("tidemark.data.pipeline.run", ORDERS, "{run}"), NOW))
        .hasMessageContaining("must not carry the attribute \"cicd.pipeline.name\"");
  }

  @Test
  void unitsAreLookedAtWhereOnlyTheyDiffer() {
    check.check(errors(ORDERS, "{error}"), NOW);
    assertThatThrownBy(() -> check.check(errors(ORDERS, "s"), NOW))
        .hasMessageContaining("is measured in {error}");
  }

  @Test
  void theMetricOfTheCatalogueComesAlong() {
    assertThat(check.check(errors(ORDERS, "{error}"), NOW).metric().name())
        .isEqualTo("cicd.pipeline.run.errors");
    assertThat(
            check
                .check(
                    event("tidemark.data.pipeline.run", Attributes.of("outcome", "x"), "{run}"),
                    NOW)
                .metric()
                .name())
        .isEqualTo("tidemark.data.pipeline.run");
  }

  private static MetricEvent errors(Attributes attributes, String unit) {
    return event("cicd.pipeline.run.errors", attributes, unit);
  }

  private static MetricEvent event(String metric, Attributes attributes, String unit) {
    MetricValue one = new MetricValue.Quantity(1);
    return new MetricEvent(
        metric, Temporality.DELTA, unit, one, null, attributes, NOW, NOW, 0, null);
  }
}
