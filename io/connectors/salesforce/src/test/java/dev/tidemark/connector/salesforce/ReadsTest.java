// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidemark.fake.salesforce.FakeSalesforce;
import dev.tidemark.model.stream.Change;
import dev.tidemark.model.stream.Cursor;
import dev.tidemark.model.stream.ReadPosition;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.FetchRequest;
import dev.tidemark.spi.Fetched;
import dev.tidemark.testkit.InMemoryTokens;
import dev.tidemark.testkit.organisation.Account;
import dev.tidemark.testkit.organisation.Organisation;
import dev.tidemark.testkit.organisation.Person;
import dev.tidemark.testkit.organisation.Platform;
import dev.tidemark.testkit.organisation.Query;
import dev.tidemark.testkit.organisation.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What event log files tell of who read what, and what is said where there are none. */
class ReadsTest {
  /** The days whose daily files are there and not older than the history. */
  private static final TimeRange DAYS =
      new TimeRange(Instant.parse("2026-03-25T00:00:00Z"), Instant.parse("2026-03-28T00:00:00Z"));

  private static final Account COMPANY =
      Organisation.of(1, 7, Fakes.NIGHT).account(Platform.SALESFORCE);
  private final FakeSalesforce fake = Fakes.start();

  @AfterEach
  void close() {
    fake.close();
  }

  @Test
  void everyReportAndQueryOfTheCompanyIsCountedOnce() {
    Map<String, Long> counted = counted(read("daily", 500));
    assertThat(counted).isEqualTo(truth()).isNotEmpty();
  }

  @Test
  void whoReadsTheObjectsOfTheCompanyIsKnown() {
    Set<String> humans =
        read("daily", 500).stream()
            .filter(use -> use.path("user_kind").asText().equals("human"))
            .filter(use -> !use.path("assets").isEmpty())
            .filter(use -> DAYS.holds(Instant.parse(use.path("at").asText())))
            .map(use -> use.path("user_id").asText())
            .collect(Collectors.toSet());
    Set<Person> readers =
        queries()
            .filter(query -> query.by().isHuman() && query.failure() == null)
            .map(Query::by)
            .collect(Collectors.toSet());
    assertThat(humans).hasSameSizeAs(readers).isNotEmpty();
  }

  @Test
  void hourlyFilesTellTheSameAsDailyOnes() {
    assertThat(counted(read("hourly", 500))).isEqualTo(truth());
  }

  @Test
  void smallPagesBringTheSameAndReadEachFileOnce() {
    List<JsonNode> whole = read("daily", 500);
    fake.server().journal().clear();
    assertThat(read("daily", 7)).isEqualTo(whole);
    assertThat(fake.server().journal().requests(it -> it.path().endsWith("/LogFile"))).hasSize(8);
  }

  @Test
  void aReaderThatStartsAnewInAFileGoesOnWhereItWas() {
    List<JsonNode> whole = read("daily", 500);
    List<JsonNode> pieces = new ArrayList<>();
    Fetched page = null;
    do {
      try (Connector connector = open("daily")) {
        page = page(connector, page == null ? ReadPosition.at(Cursor.start()) : page.next(), 40);
        page.changes().forEach(change -> pieces.add(parsed(change)));
      }
    } while (page.more());
    assertThat(pieces).isEqualTo(whole);
  }

  @Test
  void onesOwnRequestsReadNothing() {
    List<JsonNode> before = read("daily", 500);
    fake.logOwnRequest();
    assertThat(read("daily", 500)).isEqualTo(before);
  }

  @Test
  void withoutEventMonitoringRequestsAreCountedAndNothingIsClaimed() {
    fake.withoutEventMonitoring();
    try (Connector connector = open("daily")) {
      Fetched page = page(connector, ReadPosition.at(Cursor.start()), 500);
      assertThat(page.changes())
          .isNotEmpty()
          .allMatch(it -> it.payload().utf8().contains("ApiTotalUsage"));
      assertThat(page.completeThrough()).isNull();
      assertThat(missing(connector)).contains("\"Event Monitoring\"");
    }
  }

  @Test
  void withItNothingIsMissingAndReadsAreCompleteThreeDaysAgo() {
    try (Connector connector = open("daily")) {
      Fetched page = page(connector, ReadPosition.at(Cursor.start()), 500);
      assertThat(page.more()).isFalse();
      assertThat(page.completeThrough()).isEqualTo(Reader.UPPER.minus(Duration.ofDays(3)));
      assertThat(missing(connector)).contains("\"missing\":[]");
    }
  }

  @Test
  void notToBeAllowedToSeeFilesIsALackAndNoFailure() {
    fake.revoke("ViewEventLogFiles");
    try (Connector connector = open("daily")) {
      Fetched page = page(connector, ReadPosition.at(Cursor.start()), 500);
      assertThat(page.changes()).isEmpty();
      assertThat(page.more()).isFalse();
      assertThat(page.completeThrough()).isNull();
      assertThat(missing(connector)).contains("\"View Event Log Files\"");
    }
  }

  private List<JsonNode> read(String interval, int pageSize) {
    try (Connector connector = open(interval)) {
      return Reader.all(connector, "reads", pageSize).stream().map(ReadsTest::parsed).toList();
    }
  }

  private Connector open(String interval) {
    Map<String, Object> settings = new HashMap<>(fake.settings());
    settings.put("history", "P4D");
    settings.put("event-log-interval", interval);
    return Reader.open(settings, new InMemoryTokens());
  }

  private static Fetched page(Connector connector, ReadPosition position, int size) {
    return connector.fetch(new FetchRequest("reads", position, Reader.UPPER, size, 1 << 20));
  }

  private static String missing(Connector connector) {
    return Reader.all(connector, "org", 1).get(0).payload().utf8();
  }

  private static JsonNode parsed(Change change) {
    try {
      return new ObjectMapper().readTree(change.payload().utf8());
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** How often, by user and kind of event, in the days that can be compared. */
  private static Map<String, Long> counted(List<JsonNode> uses) {
    Map<String, Long> counted = new TreeMap<>();
    uses.stream()
        .filter(use -> DAYS.holds(Instant.parse(use.path("at").asText())))
        .forEach(
            use ->
                counted.merge(
                    use.path("source").asText() + " " + use.path("user_kind").asText(),
                    use.path("times").asLong(),
                    Long::sum));
    return counted;
  }

  private Map<String, Long> truth() {
    return queries()
        .filter(query -> !query.by().isHuman() || query.failure() == null)
        .collect(
            Collectors.groupingBy(
                query -> query.by().isHuman() ? "Report human" : "ApiTotalUsage service",
                TreeMap::new,
                Collectors.counting()));
  }

  private Stream<Query> queries() {
    return COMPANY
        .queries(DAYS.since(COMPANY.longestQuery()))
        .filter(query -> DAYS.holds(query.ended()))
        .filter(query -> query.kind() == Query.Kind.SELECT && !query.reads().isEmpty());
  }
}
