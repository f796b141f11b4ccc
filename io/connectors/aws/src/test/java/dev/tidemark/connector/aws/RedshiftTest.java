// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.fake.aws.FakeAws;
import dev.tidemark.fake.aws.FakeWarehouse;
import dev.tidemark.model.event.MetricEvent;
import dev.tidemark.model.event.MetricValue;
import dev.tidemark.model.stream.Cursor;
import dev.tidemark.model.stream.ReadPosition;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.CheckResult;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.FetchRequest;
import dev.tidemark.spi.Fetched;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Redshift through the Data API: statements as the connector words them, on a real SQL engine. */
class RedshiftTest {
  private static final String URN = "redshift://analytics.eu-central-1:5439/prod.sales.";

  /** In the middle of an hour, so that a minute earlier is the same one. */
  private final Instant now =
      Instant.now().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofMinutes(30));

  private final FakeAws fake = FakeAws.empty();
  private final FakeWarehouse warehouse = FakeWarehouse.inCluster(Things.HERE, "analytics", "prod");
  private final WarehouseRows rows = new WarehouseRows(warehouse, now);
  private final Map<String, Object> settings = Things.settings(fake);
  private @Nullable Connector connector;

  @BeforeEach
  void fill() {
    fake.put(warehouse);
    settings.put("redshift", List.of("cluster/analytics/prod"));
    warehouse
        .add("svv_user_info", "user_name", "rdsdb", "user_id", 1, "superuser", true)
        .add("svv_user_info", "user_name", "admin", "user_id", 100, "superuser", true)
        .add("svv_user_info", "user_name", "ada", "user_id", 101, "superuser", false)
        .add("svv_user_info", "user_name", "IAMR:etl", "user_id", 102, "superuser", false)
        .add("svv_user_info", "user_name", FakeWarehouse.USER, "user_id", 103, "superuser", false);
  }

  @AfterEach
  void close() {
    connector().close();
    fake.close();
  }

  @Test
  void tablesSayWhoOwnsDescribesAndSharesThem() {
    rows.table("orders", "TABLE", "Orders as placed", "ada", "One row each");
    rows.table("raw", "TABLE", " ", "admin", " ");
    rows.table("daily", "VIEW", "By day", "gone", "a", "b", "c", "d", " ");
    warehouse
        .add("svv_redshift_tables", "database_name", "other", "schema_name", "x", "table_name", "y")
        .add(
            "svv_redshift_tables",
            "database_name",
            "prod",
            "schema_name",
            "pg_automv",
            "table_name",
            "z");
    rows.share("partners", "sales.orders", "999999999999");
    rows.share("inside", "sales.raw", FakeAws.ACCOUNT);
    Reading reading = Reading.of(connector(), "redshift_tables");
    Map<String, Map<String, String>> facts = reading.facts(MetricNames.ASSET_STATE);
    assertThat(facts).containsOnlyKeys(URN + "orders", URN + "raw", URN + "daily");
    assertThat(facts.get(URN + "orders"))
        .contains(entry("owner.present", "true"), entry("described", "true"));
    assertThat(facts.get(URN + "raw"))
        .contains(entry("owner.present", "false"), entry("described", "false"));
    assertThat(facts.get(URN + "daily"))
        .contains(entry("asset.kind", "view"), entry("derived", "true"), entry("described", "true"))
        .doesNotContainKey("owner.present");
    assertThat(reading.facts(MetricNames.EXPOSURE))
        .containsExactly(entry(URN + "orders", Map.of("exposure", "external")));
  }

  @Test
  void moreTablesThanAPageOfTheResultAreAllRead() {
    for (int number = 0; number < 321; number++) {
      rows.table("t%03d".formatted(number), "TABLE", "A table", "ada", "a column");
    }
    Reading reading = new Reading(connector(), "redshift_tables", 50).pass();
    assertThat(reading.records()).hasSize(321);
    assertThat(reading.pages()).hasSize(7);
    assertThat(statements()).as("one statement for all pages of a pass").isEqualTo(1);
  }

  @Test
  void storageIsThatOfTheDatabase() {
    rows.stored(1, "orders", 1_000, 12);
    rows.stored(2, "raw", 10, 3);
    Reading reading = Reading.of(connector(), "redshift_storage");
    assertThat(reading.numbers(MetricNames.ASSET_SIZE)).containsValue(15.0 * (1 << 20));
    assertThat(record(reading).count("row_count")).isEqualTo(1_010);
  }

  @Test
  void usersAreCountedWithoutTheVendorsOwn() {
    Reading reading = Reading.of(connector(), "redshift_users");
    assertThat(reading.members(MetricNames.ENTITLED)).hasSize(4);
    assertThat(reading.members(MetricNames.PRIVILEGED)).hasSize(1);
    assertThat(reading.records().values())
        .extracting(it -> Facts.of(it).text("kind"))
        .containsExactly("human", "human", "service", "human");
    assertThat(reading.records().toString()).doesNotContain("ada").doesNotContain("admin");
  }

  @Test
  void statementsAreCountedByHourAndSort() {
    rows.query(101, "SELECT", "success", now.minusSeconds(60), "select 1");
    rows.query(101, "SELECT", "success", now.minusSeconds(120), "select 2");
    rows.query(102, "COPY", "failed", now.minusSeconds(60), "copy x from y");
    rows.query(100, "DDL", "success", now.minusSeconds(60), "ALTER TABLE sales.raw DROP COLUMN a");
    rows.query(100, "DDL", "failed", now.minusSeconds(60), "drop table sales.raw");
    rows.query(103, "SELECT", "success", now.minusSeconds(60), "the connector's own");
    rows.query(101, "UTILITY", "success", now.minusSeconds(60), "set x to y");
    rows.query(101, "SELECT", "running", now.minusSeconds(60), "not over");
    Reading reading = new Reading(connector(), "redshift_queries", 100).passAt(now);
    assertThat(reading.amounts(MetricNames.QUERY))
        .containsOnly(
            entry("{consumer=human, outcome=succeeded}", 2.0),
            entry("{consumer=service, outcome=failed}", 1.0));
    assertThat(reading.amounts(MetricNames.OBJECT_CHANGE))
        .containsOnly(entry("{actor=human}", 1.0));
    assertThat(reading.amounts(MetricNames.SCHEMA_CHANGE))
        .containsOnly(entry("{breaking=true}", 1.0));
    assertThat(reading.members(MetricNames.USED)).hasSize(1);
  }

  @Test
  void anHourIsCountedForGoodWhenItIsADayOld() {
    for (int hours = 1; hours <= 60; hours++) {
      rows.query(101, "SELECT", "success", now.minus(Duration.ofHours(hours)), "select 1");
    }
    Reading reading = new Reading(connector(), "redshift_queries", 7).passAt(now);
    assertThat(reading.settled()).hasSize(37);
    assertThat(reading.tail()).hasSize(23);
    rows.query(101, "SELECT", "success", now.minus(Duration.ofMinutes(61)), "shown late");
    reading.passAt(now.plus(Duration.ofDays(1)));
    assertThat(reading.settled()).hasSize(60);
    assertThat(reading.settled().values()).allMatch(times -> times == 1);
    assertThat(reading.amounts(MetricNames.QUERY).values()).containsExactly(61.0);
  }

  @Test
  void readsSayWhoReadWhatAndWhen() {
    rows.stored(7, "orders", 1, 1);
    rows.scan(101, 1, 7, "scan");
    rows.scan(101, 1, 7, "scan");
    rows.scan(101, 2, 7, "scan");
    rows.scan(102, 3, 7, "hash");
    rows.scan(103, 4, 7, "scan");
    Reading reading = new Reading(connector(), "redshift_reads", 100).passAt(now);
    assertThat(reading.amounts(MetricNames.ASSET_READ).values()).containsExactly(2.0);
    assertThat(reading.facts(MetricNames.ASSET_STATE)).containsOnlyKeys(URN + "orders");
  }

  @Test
  void loadsAreRunsOfTheTableTheyFill() {
    rows.load(1, "orders", "aborted", 50, 40);
    rows.load(2, "orders", "aborted", 40, 30);
    rows.load(3, "orders", "completed", 30, 20);
    rows.load(4, "raw", "completed", 30, 20);
    rows.load(5, "raw", "running", 10, 0);
    Reading reading = new Reading(connector(), "redshift_loads", 100).passAt(now);
    assertThat(reading.amounts(MetricNames.RUN))
        .containsOnly(entry("{outcome=failed}", 2.0), entry("{outcome=succeeded}", 2.0));
    assertThat(reading.events(MetricNames.RECOVERY))
        .singleElement()
        .extracting(MetricEvent::value)
        .isEqualTo(new MetricValue.Quantity(1_200));
    assertThat(reading.records()).hasSize(5);
  }

  @Test
  void loginsSayHowStrongTheyAre() {
    rows.login("ada", "authenticated", "password", "");
    rows.login("ada", "authentication failure", "password", "");
    rows.login("IAMR:etl", "authenticated", "IAM AssumeUser", "");
    rows.login("rdsdb", "authenticated", "password", "");
    rows.login("ada", "disconnecting session", "password", "");
    Reading reading = new Reading(connector(), "redshift_connections", 100).passAt(now);
    assertThat(reading.amounts(MetricNames.LOGIN))
        .containsOnly(
            entry("{mfa=false, outcome=failed, principal.kind=human}", 1.0),
            entry("{mfa=false, outcome=succeeded, principal.kind=human}", 1.0),
            entry("{mfa=true, outcome=succeeded, principal.kind=service}", 1.0));
    assertThat(reading.members(MetricNames.ACTIVE)).hasSize(2);
  }

  @Test
  void whatMayNotBeSeenIsNamedAndTheOtherDatabasesGoOn() {
    FakeWarehouse other = FakeWarehouse.inWorkgroup(Things.THERE, "adhoc", "dev");
    fake.put(other);
    settings.put(
        "redshift", List.of("cluster/analytics/prod", Things.THERE + ":workgroup/adhoc/dev"));
    other.add("svv_table_info", "database", "dev", "table_id", 1, "tbl_rows", 5, "size", 2L);
    warehouse.deny("svv_table_info");
    Reading reading = Reading.of(connector(), "redshift_storage");
    assertThat(reading.records()).hasSize(1);
    assertThat(reading.pages().get(reading.pages().size() - 1).completeThrough()).isNull();
    assertThat(check())
        .filteredOn(it -> it.need().contains("redshift"))
        .hasSize(2)
        .allMatch(CheckResult::passed);
  }

  @Test
  void aWarehouseThatIsNotThereIsAMistakeInTheSettings() {
    settings.put("redshift", List.of("cluster/analitics/prod"));
    assertThatThrownBy(() -> Reading.of(connector(), "redshift_users"))
        .isInstanceOfSatisfying(
            ConnectorException.class, it -> assertThat(it.category()).isEqualTo(Category.CONFIG))
        .hasMessageContaining("correct the option redshift");
    settings.put("redshift", List.of("analytics"));
    assertThatThrownBy(() -> Things.connector(settings))
        .hasMessageContaining("cluster/NAME/DATABASE");
  }

  /** Several times: an interruption that comes while the JDK begins to read is easily lost. */
  @RepeatedTest(10)
  void aStatementNobodyWaitsForIsCancelled() throws InterruptedException {
    Thread reader = Thread.currentThread();
    fake.stall(reader::interrupt);
    settings.put("request-timeout", "5m");
    FetchRequest request =
        new FetchRequest("redshift_users", ReadPosition.at(Cursor.start()), now, 10, 1_000_000);
    assertThatThrownBy(() -> connector().fetch(request)).isInstanceOf(ConnectorException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(fake.cancellation().await(300, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void howLongStatementsRunIsACost() {
    Fetched fetched = new Reading(connector(), "redshift_users", 10).page();
    assertThat(fetched.volume().cost().amounts().values()).containsExactly(new BigDecimal("1.25"));
  }

  private Connector connector() {
    Connector known = connector;
    if (known == null) {
      known = Things.connector(settings);
      connector = known;
    }
    return known;
  }

  private List<CheckResult> check() {
    return connector().check();
  }

  private long statements() {
    return fake.calls().stream()
        .filter(it -> it.startsWith("redshift-data:ExecuteStatement"))
        .count();
  }

  private static Facts record(Reading reading) {
    return reading.record(reading.records().firstKey());
  }
}
