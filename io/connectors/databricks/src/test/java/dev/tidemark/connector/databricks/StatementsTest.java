// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.databricks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.authoring.MetricNames;
import dev.tidemark.authoring.PageDraft;
import dev.tidemark.authoring.Room;
import dev.tidemark.fake.databricks.FakeDatabricks;
import dev.tidemark.model.stream.CostUnit;
import dev.tidemark.model.stream.Cursor;
import dev.tidemark.model.stream.ReadPosition;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.FetchRequest;
import dev.tidemark.spi.Fetched;
import dev.tidemark.testkit.VirtualClock;
import dev.tidemark.testkit.conformance.Candidate;
import dev.tidemark.testkit.conformance.Passes;
import dev.tidemark.testkit.fake.Request;
import dev.tidemark.testkit.stage.RecordScenes;
import dev.tidemark.testkit.stage.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Statements cost money and time: how many there are, what they wait for, how they end. */
@Timeout(600)
class StatementsTest {
  private static final CostUnit SECONDS = new CostUnit("warehouse_seconds");

  private final Instant now = Instant.now();
  private final FakeDatabricks fake = FakeDatabricks.empty(VirtualClock.at(now));
  private final Stage stage = fake.stage();
  private final Candidate candidate = Candidate.of(new DatabricksType(), stage, 1);

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void aPassOfManyPagesAndChunksIsOneStatement() {
    add("tables", 23);
    try (Connector connector = candidate.open()) {
      Passes passes = new Passes(new DatabricksType(), connector, "tables").pass(now, 3);
      assertThat(passes.pages()).hasSizeGreaterThan(7);
      assertThat(passes.changes()).hasSize(23);
    }
    assertThat(fake.server().journal().requests(StatementsTest::submits)).hasSize(1);
    assertThat(fake.storage().journal().requests())
        .isNotEmpty()
        .allMatch(request -> request.header("Authorization").isEmpty());
  }

  @Test
  void streamsThatAreReadSideBySideShareNothingAndEachIsOneStatement() {
    List<String> streams = List.of("tables", "reads", "queries", "audit", "job_runs", "quality");
    streams.forEach(stream -> add(stream, 23));
    try (Connector connector = candidate.open()) {
      List<Passes> passes =
          streams.stream()
              .map(stream -> new Passes(new DatabricksType(), connector, stream).begin(now, 3))
              .toList();
      for (boolean more = true; more; ) {
        more = passes.stream().filter(Passes::goOn).count() > 0;
      }
      assertThat(passes).allMatch(pass -> pass.changes().size() == 23);
    }
    assertThat(fake.server().journal().requests(StatementsTest::submits)).hasSize(streams.size());
  }

  @Test
  void withoutRoomForRowsAChunkIsFetchedAgainAndTheStatementIsNot() {
    add("tables", 23);
    Account account = new Account(DatabricksOptions.ALL.parse(stage.settings()));
    try (Platform platform = Platform.of(account, account.open()).with(new Results(new Room(0)))) {
      Set<String> keys = new HashSet<>();
      ReadPosition position = ReadPosition.at(Cursor.start());
      for (boolean more = true; more; ) {
        FetchRequest request = new FetchRequest("tables", position, now, 3, 8_000_000);
        Session session = new Session(platform, now);
        Fetched page = SqlStreams.TABLES.fetch(session, PageDraft.of(request, session, 3));
        page.changes().forEach(change -> assertThat(keys.add(change.key())).isTrue());
        position = page.next();
        more = page.more();
      }
      assertThat(keys).hasSize(23);
    }
    assertThat(fake.server().journal().requests(StatementsTest::submits)).hasSize(1);
    assertThat(fake.storage().journal().requests()).hasSizeGreaterThan(6);
  }

  @Test
  void aWarehouseThatMustStartIsWaitedForAndToldAsCost() {
    fake.stopWarehouse();
    fake.stayPending(2);
    add("tables", 1);
    try (Connector connector = candidate.open()) {
      Fetched page =
          new Passes(new DatabricksType(), connector, "tables").pass(now, 10).pages().get(0);
      assertThat(page.changes()).hasSize(1);
      assertThat(page.volume().cost().amount(SECONDS).doubleValue()).isBetween(300.0, 360.0);
    }
  }

  @Test
  void aStoppedWarehouseIsLeftAloneWhereItMustNotBeStarted() {
    fake.stopWarehouse();
    Map<String, Object> settings = new HashMap<>(stage.settings());
    settings.put("wake-warehouse", false);
    try (Connector connector = candidate.open(settings)) {
      assertThatThrownBy(() -> new Passes(new DatabricksType(), connector, "tables").pass(now, 10))
          .isInstanceOfSatisfying(
              ConnectorException.class,
              failure -> {
                assertThat(failure.category()).isEqualTo(Category.RATE_LIMITED);
                assertThat(failure.retryAfter()).contains(now.plus(Duration.ofMinutes(15)));
              });
      Passes account = new Passes(new DatabricksType(), connector, "account").pass(now, 10);
      assertThat(account.events(MetricNames.HEARTBEAT)).hasSize(1);
      assertThat(account.events(MetricNames.ASSET_COUNT)).isEmpty();
    }
    assertThat(fake.server().journal().requests(StatementsTest::submits)).isEmpty();
  }

  @Test
  void anInterruptedStatementIsCancelled() throws Exception {
    fake.stayPending(1_000_000);
    CompletableFuture<Category> ended = new CompletableFuture<>();
    try (Connector connector = candidate.open()) {
      Thread reader =
          new Thread(
              () -> {
                try {
                  new Passes(new DatabricksType(), connector, "tables").pass(now, 10);
                } catch (ConnectorException failure) {
                  ended.complete(failure.category());
                }
              });
      reader.start();
      while (fake.server().journal().requests(StatementsTest::submits).isEmpty()) {
        Thread.onSpinWait();
      }
      reader.interrupt();
      assertThat(ended.get()).isEqualTo(Category.TRANSIENT);
    }
  }

  @Test
  void aTableThatIsNotVisibleFailsItsStreamAndIsReportedAsMissing() {
    fake.forbid("billing.usage");
    try (Connector connector = candidate.open()) {
      assertThatThrownBy(() -> new Passes(new DatabricksType(), connector, "costs").pass(now, 10))
          .isInstanceOfSatisfying(
              ConnectorException.class,
              failure -> assertThat(failure.category()).isEqualTo(Category.PERMISSION))
          .hasMessageContaining("system.billing.usage")
          .hasMessageContaining("grant");
      assertThat(
              new Passes(new DatabricksType(), connector, "account")
                  .pass(now, 10)
                  .events(MetricNames.PERMISSION_MISSING))
          .hasSize(1);
    }
  }

  @Test
  void optionalTablesAreLeftOutOfTheStatement() {
    fake.forbid("information_schema.table_share_usage");
    add("tables", 2);
    try (Connector connector = candidate.open()) {
      Passes passes = new Passes(new DatabricksType(), connector, "tables").pass(now, 10);
      assertThat(passes.events(MetricNames.ASSET_STATE)).hasSize(2);
      assertThat(passes.events(MetricNames.EXPOSURE)).isEmpty();
    }
  }

  private static boolean submits(Request request) {
    return request.method().equals("POST") && request.path().endsWith("/sql/statements");
  }

  private void add(String stream, int count) {
    stage.scenes(RecordScenes.class).orElseThrow().add(stream, count);
  }
}
