// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.authoring.MetricNames;
import dev.tidemark.fake.snowflake.FakeSnowflake;
import dev.tidemark.model.event.MetricValue;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.CheckResult;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.Discovery.DiscoveredObject;
import dev.tidemark.testkit.organisation.Organisation;
import dev.tidemark.testkit.organisation.Platform;
import dev.tidemark.testkit.organisation.TimeRange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The connector, through the vendor's driver, against an account with a known company on it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final Duration HISTORY = Duration.ofDays(4);

  private final Organisation company = Organisation.of(1, 11, NOW.minus(Duration.ofHours(12)));
  private FakeSnowflake fake;

  @BeforeAll
  void open() {
    fake = FakeSnowflake.still(company, Clock.fixed(NOW, ZoneOffset.UTC), HISTORY);
  }

  @AfterAll
  void close() {
    fake.close();
  }

  @Test
  void logsInByEveryKindOfCredential() {
    for (Map<String, Object> settings : fake.alternatives()) {
      try (Connector connector = open(settings)) {
        assertThat(read(connector, "users").records()).isNotEmpty();
      }
    }
  }

  @Test
  void findsWhatTheCompanyHas() {
    var oracle = company.account(Platform.SNOWFLAKE).oracle();
    try (Connector connector = open(fake.settings())) {
      PassReader tables = read(connector, "tables");
      assertThat(tables.records()).hasSize((int) oracle.assets(NOW));
      assertThat(facts(tables, "owner.present", "true")).isEqualTo(oracle.owned(NOW));
      assertThat(facts(tables, "described", "true")).isEqualTo(oracle.described(NOW));
      PassReader tags = read(connector, "tag_references");
      assertThat(tags.records()).hasSize((int) oracle.assets(NOW));
      assertThat(oracle.assets(NOW) - facts(tags, "class", "none"))
          .isEqualTo(oracle.classified(NOW));
    }
  }

  @Test
  void countsWhatTheCompanyDoes() {
    var account = company.account(Platform.SNOWFLAKE);
    TimeRange range = new TimeRange(NOW.minus(HISTORY), NOW);
    long shown =
        account.queries(range).filter(query -> query.isShown(Duration.ofMinutes(45), NOW)).count();
    try (Connector connector = open(fake.settings())) {
      PassReader queries = read(connector, "query_history");
      assertThat(queries.records()).hasSize((int) shown);
      assertThat(queries.repeats()).isZero();
      assertThat(queries.events(MetricNames.QUERY)).isNotEmpty();
    }
  }

  @Test
  void readsManyPagesByOneStatement() {
    try (Connector connector = open(fake.settings())) {
      read(connector, "tables");
      PassReader small = new PassReader(connector, "query_history", 10).pass(NOW);
      assertThat(small.pages()).hasSizeGreaterThan(50);
      assertThat(small.pages().stream().mapToLong(page -> page.volume().calls()).sum())
          .isLessThanOrEqualTo(5);
    }
  }

  @Test
  void usesOneSessionForAllStreams() {
    try (Connector connector = open(fake.settings())) {
      Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> fake.sessions() == 0);
      for (ViewStream stream : SnowflakeStreams.ALL) {
        read(connector, stream.description().name());
      }
      assertThat(fake.sessions()).isEqualTo(1);
    }
  }

  @Test
  void reportsWhatAWokenWarehouseCosts() {
    try (Connector connector = open(fake.settings())) {
      double first = seconds(read(connector, "tables"));
      assertThat(first).isGreaterThanOrEqualTo(60);
      assertThat(seconds(read(connector, "users"))).isLessThan(60);
    }
  }

  @Test
  void restartsAnywhereWithoutLossOrRepetition() {
    try (Connector connector = open(fake.settings())) {
      PassReader whole = read(connector, "query_history");
      PassReader broken = new PassReader(connector, "query_history", 7);
      boolean more = true;
      for (int pages = 1; more; pages++) {
        more = broken.page(NOW).more();
        if (more && pages % 3 == 0) {
          broken.restart();
        }
        if (pages % 40 == 0 && more) {
          more = finish(broken);
        }
      }
      assertThat(broken.records().keySet()).isEqualTo(whole.records().keySet());
    }
  }

  @Test
  void saysWhichPermissionIsMissing() {
    fake.revoke("GOVERNANCE_VIEWER");
    try (Connector connector = open(fake.settings())) {
      CheckResult first =
          connector.check().stream()
              .filter(result -> result.need().equals("permission: GOVERNANCE_VIEWER"))
              .findFirst()
              .orElseThrow();
      assertThat(first.code()).contains("permission_denied");
      assertThat(first.message())
          .contains("GRANT DATABASE ROLE SNOWFLAKE.GOVERNANCE_VIEWER TO ROLE TIDEMARK");
      assertThatThrownBy(() -> read(connector, "query_history"))
          .isInstanceOf(ConnectorException.class)
          .hasMessageContaining("GRANT DATABASE ROLE SNOWFLAKE.GOVERNANCE_VIEWER")
          .extracting(failure -> ((ConnectorException) failure).category())
          .isEqualTo(Category.PERMISSION);
      assertThat(read(connector, "tables").records()).isNotEmpty();
      assertThat(read(connector, "account").events(MetricNames.PERMISSION_MISSING))
          .anyMatch(
              event ->
                  ((MetricValue.Facts) event.value()).facts().containsValue(MetricNames.QUERY));
    } finally {
      fake.grant("GOVERNANCE_VIEWER");
    }
  }

  @Test
  void doesWithoutColumnsThatAreNotThere() {
    fake.hide("TABLES", "IS_DYNAMIC", "LAST_DDL");
    fake.hide("QUERY_HISTORY", "USER_TYPE");
    try (Connector connector = open(fake.settings())) {
      assertThat(read(connector, "tables").records()).isNotEmpty();
      PassReader queries = read(connector, "query_history");
      assertThat(queries.events(MetricNames.QUERY))
          .anyMatch(event -> "service".equals(event.attributes().values().get("consumer")));
      String account =
          read(connector, "account").records().values().iterator().next().payload().utf8();
      assertThat(account)
          .contains("TABLES.IS_DYNAMIC", "TABLES.LAST_DDL", "QUERY_HISTORY.USER_TYPE");
    } finally {
      fake.hide("TABLES");
      fake.hide("QUERY_HISTORY");
    }
  }

  @Test
  void noticesAColumnThatGoesWhileItReads() {
    try (Connector connector = open(fake.settings())) {
      assertThat(read(connector, "tables").records()).isNotEmpty();
      fake.hide("TABLES", "LAST_DDL");
      assertThatThrownBy(() -> read(connector, "tables"))
          .extracting(failure -> ((ConnectorException) failure).category())
          .isEqualTo(Category.UNSUPPORTED);
      assertThat(read(connector, "tables").records()).isNotEmpty();
    } finally {
      fake.hide("TABLES");
    }
  }

  @Test
  void discoversDatabasesSchemasAndTables() {
    try (Connector connector = open(fake.settings())) {
      assertThat(connector.discover().objects())
          .extracting(DiscoveredObject::kind)
          .contains("database", "schema", "table", "view")
          .doesNotContain("failure");
    }
  }

  @Test
  void leavesOutWhatIsExcluded() {
    Map<String, Object> settings = new HashMap<>(fake.settings());
    settings.put("exclude-databases", List.of("raw"));
    try (Connector connector = open(settings)) {
      assertThat(read(connector, "tables").records().values())
          .isNotEmpty()
          .noneMatch(change -> change.payload().utf8().contains("\"database_name\":\"RAW\""));
    }
  }

  @Test
  void checksEverythingItNeeds() {
    Map<String, Object> settings = new HashMap<>(fake.settings());
    try (Connector connector = open(settings)) {
      assertThat(connector.check())
          .extracting(CheckResult::need)
          .contains(
              "network",
              "credential",
              "role",
              "warehouse",
              "clock",
              "permission: OBJECT_VIEWER",
              "permission: USAGE_VIEWER",
              "permission: GOVERNANCE_VIEWER",
              "permission: SECURITY_VIEWER");
    }
  }

  private static boolean finish(PassReader reader) {
    reader.pass(NOW);
    return false;
  }

  private static double seconds(PassReader reader) {
    return reader.cost().amount(Warehouse.SECONDS).doubleValue();
  }

  private static long facts(PassReader reader, String name, String value) {
    return reader.events(MetricNames.ASSET_STATE).stream()
        .map(event -> ((MetricValue.Facts) event.value()).facts())
        .filter(facts -> value.equals(facts.get(name)))
        .count();
  }

  private static PassReader read(Connector connector, String stream) {
    return new PassReader(connector, stream, 500).pass(NOW);
  }

  private static Connector open(Map<String, Object> settings) {
    return new SnowflakeType().open(SnowflakeOptions.ALL.parse(settings));
  }
}
