// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.authoring.MetricNames;
import dev.tidemark.fake.aws.FakeAws;
import dev.tidemark.fake.aws.FakeBucket;
import dev.tidemark.fake.aws.Shelf;
import dev.tidemark.model.asset.Population;
import dev.tidemark.model.event.MetricEvent;
import dev.tidemark.spi.Connector;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccountTest {
  private final FakeAws fake = FakeAws.empty();
  private final Connector connector = Things.connector(fake);

  @AfterEach
  void close() {
    connector.close();
    fake.close();
  }

  @Test
  void givesASignOfLifeAlsoWhenThereIsNothing() {
    Reading reading = Reading.of(connector, "account");
    assertThat(reading.events(MetricNames.HEARTBEAT)).hasSize(1);
    assertThat(reading.events(MetricNames.LAG)).hasSize(1);
    assertThat(population(reading, "asset").eligible()).isZero();
    assertThat(reading.facts(MetricNames.PERMISSION_MISSING)).isEmpty();
  }

  @Test
  void countsWhatIsThereAndEstimatesWhatCannotBeSeen() {
    fake.put(FakeBucket.of("lake", Things.HERE, Instant.EPOCH));
    fake.put(Things.HERE, Shelf.DATABASE, Things.database("sales"));
    for (int number = 0; number < 4; number++) {
      fake.put(Things.HERE, Shelf.TABLE, Things.table("sales", "t" + number));
    }
    fake.deny("glue:GetDatabases", Things.THERE);
    Reading reading = Reading.of(connector, "account");
    Population assets = population(reading, "asset");
    assertThat(assets.visible()).isEqualTo(5);
    assertThat(assets.eligible()).isEqualTo(9);
    assertThat(reading.record("account").texts("unseen")).containsExactly("table us-east-1");
    assertThat(reading.facts(MetricNames.PERMISSION_MISSING).values())
        .singleElement()
        .hasToString("{metric=tidemark.data.asset.state, permission=glue:GetDatabases us-east-1}");
  }

  private static Population population(Reading reading, String kind) {
    return reading.events(MetricNames.ELIGIBLE).stream()
        .map(MetricEvent::population)
        .filter(it -> it != null && it.kind().equals(kind))
        .map(Objects::requireNonNull)
        .findFirst()
        .orElseThrow();
  }
}
