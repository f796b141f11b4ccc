// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.fake.aws.FakeAws;
import dev.tidemark.fake.aws.Shelf;
import dev.tidemark.model.event.MetricEvent;
import dev.tidemark.model.event.MetricValue;
import dev.tidemark.spi.Connector;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QualityTest {
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  private final FakeAws fake = FakeAws.empty();
  private final Connector connector = Things.connector(fake);

  @AfterEach
  void close() {
    connector.close();
    fake.close();
  }

  @Test
  void countsRulesByWhatTheyLookAtAndLeavesOutWhatCouldNotBeEvaluated() {
    ObjectNode result = result("dqresult-1", now.minus(Duration.ofHours(3)));
    result.set(
        "RuleResults",
        Things.json(
                "{'r': [{'Result': 'PASS', 'EvaluatedRule': 'IsComplete \\'id\\''},"
                    + " {'Result': 'FAIL', 'EvaluatedRule': 'Completeness \\'name\\' > 0.9'},"
                    + " {'Result': 'PASS', 'Description': 'ColumnValues \\'n\\' > 0'},"
                    + " {'Result': 'ERROR', 'EvaluatedRule': 'IsUnique \\'x\\''}]}"
                        .replace("\\'", ""))
            .path("r"));
    fake.put(Things.HERE, Shelf.QUALITY_RESULT, result);
    Reading reading = Reading.of(connector, "glue_data_quality");
    Map<String, String> ratios = new TreeMap<>();
    for (MetricEvent event : reading.events(MetricNames.CHECK)) {
      MetricValue.Ratio ratio = (MetricValue.Ratio) event.value();
      ratios.put(event.attributes().toString(), ratio.numerator() + " of " + ratio.denominator());
    }
    assertThat(ratios)
        .containsExactly(
            Map.entry("{check.dimension=completeness}", "1.0 of 2.0"),
            Map.entry("{check.dimension=validity}", "1.0 of 1.0"));
    assertThat(reading.facts(MetricNames.CHECK_LAST))
        .containsOnlyKeys("arn:aws:glue:eu-central-1:" + FakeAws.ACCOUNT + "/table/sales/orders");
    assertThat(reading.record("eu-central-1/results/dqresult-1").count("errors")).isEqualTo(1);
  }

  @Test
  void settlesWhatIsOldAndReadsTheRestAgain() {
    for (int hours = 1; hours <= 60; hours++) {
      fake.put(
          Things.HERE,
          Shelf.QUALITY_RESULT,
          result("dqresult-" + hours, now.minus(Duration.ofHours(hours))));
    }
    Reading reading = new Reading(connector, "glue_data_quality", 7).passAt(now);
    assertThat(reading.settled()).hasSize(37);
    assertThat(reading.tail()).hasSize(23);
    reading.passAt(now.plus(Duration.ofDays(1)));
    assertThat(reading.settled()).hasSize(60);
    assertThat(reading.settled().values()).allMatch(times -> times == 1);
  }

  private static ObjectNode result(String id, Instant start) {
    return Things.json(
            "{'DataSource': {'GlueTable': {'DatabaseName': 'sales', 'TableName': 'orders'}}}")
        .put("ResultId", id)
        .put("StartedOn", Things.seconds(start))
        .put("CompletedOn", Things.seconds(start.plusSeconds(30)))
        .put("Score", 0.5);
  }
}
