// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.fake.salesforce.FakeSalesforce;
import dev.tidemark.model.stream.Change;
import dev.tidemark.model.stream.Cursor;
import dev.tidemark.model.stream.ReadPosition;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.FetchRequest;
import dev.tidemark.spi.Fetched;
import dev.tidemark.testkit.InMemoryTokens;
import dev.tidemark.testkit.fake.Request;
import dev.tidemark.testkit.stage.RecordScenes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Types with many records are read by query jobs, and bring what queries would bring. */
class BulkTest {
  private final FakeSalesforce fake = Fakes.start();
  private List<Change> queried = List.of();

  @BeforeEach
  void readByQueries() {
    fake.scenes(RecordScenes.class).orElseThrow().add("users", 30);
    queried = read("1000000", 500);
    assertThat(queried).hasSizeGreaterThan(40);
    assertThat(fake.bulkJobs()).isZero();
    fake.server().journal().clear();
  }

  @AfterEach
  void close() {
    fake.close();
  }

  @Test
  void aJobBringsWhatQueriesBring() {
    assertThat(read("1", 500)).isEqualTo(queried);
    assertThat(fake.bulkJobs()).isEqualTo(1);
    assertThat(rest()).isEmpty();
  }

  @Test
  void pagesOfASetOfResultsNeedOneRequest() {
    assertThat(read("1", 7)).isEqualTo(queried);
    assertThat(fake.server().journal().requests(it -> it.path().endsWith("/results"))).hasSize(1);
  }

  @Test
  void setsOfResultsFollowEachOtherByTheirLocators() {
    fake.batch(7);
    assertThat(read("1", 5)).isEqualTo(queried);
    assertThat(read("1", 500)).isEqualTo(queried);
    assertThat(dying(() -> {})).isEqualTo(queried);
    assertThat(fake.bulkJobs()).isEqualTo(3);
    assertThat(rest()).isEmpty();
  }

  @Test
  void aFieldThatIsHiddenIsLeftOut() {
    fake.hide("User.Department");
    assertThat(read("1", 500))
        .hasSameSizeAs(queried)
        .allMatch(it -> it.payload().utf8().contains("\"department\":null"));
    assertThat(fake.bulkJobs()).isEqualTo(1);
  }

  @Test
  void whoeverStartsAnewGoesOnInTheSameJob() {
    assertThat(dying(() -> {})).isEqualTo(queried);
    assertThat(fake.bulkJobs()).isEqualTo(1);
  }

  @Test
  void aJobThatIsGoneIsOrderedAnewBehindWhatWasRead() {
    assertThat(dying(fake::forgetBulkJobs)).isEqualTo(queried);
    assertThat(fake.bulkJobs()).isGreaterThan(1);
  }

  @Test
  void aJobThatFailsIsLeftToQueries() {
    fake.failBulkJobs();
    assertThat(read("1", 10)).isEqualTo(queried);
    assertThat(fake.bulkJobs()).isEqualTo(1);
  }

  @Test
  void aJobThatTakesTooLongIsAbortedAndLeftToQueries() {
    fake.delayBulkJobs();
    assertThat(read("1", 10)).isEqualTo(queried);
    assertThat(fake.server().journal().requests(it -> it.method().equals("PATCH"))).hasSize(1);
  }

  @Test
  void recordsInNoOrderAreLeftToQueries() {
    fake.shuffleBulkJobs();
    assertThat(read("1", 10)).isEqualTo(queried);
    assertThat(rest()).isNotEmpty();
  }

  @Test
  void requestsOfAJobAreCountedAsTheVendorCountsThem() {
    try (Connector connector = open("1")) {
      Fetched page = page(connector, ReadPosition.at(Cursor.start()), 500);
      assertThat(page.volume().cost().amounts().values())
          .singleElement()
          .matches(it -> it.intValueExact() == 5, "count, order, two looks, results");
      assertThat(page.volume().bytes()).isPositive();
    }
  }

  private List<Change> read(String threshold, int pageSize) {
    try (Connector connector = open(threshold)) {
      return Reader.all(connector, "users", pageSize);
    }
  }

  /** Each page is read by a connector of its own. */
  private List<Change> dying(Runnable between) {
    List<Change> all = new ArrayList<>();
    ReadPosition position = ReadPosition.at(Cursor.start());
    boolean more = true;
    while (more) {
      try (Connector connector = open("1")) {
        Fetched page = page(connector, position, 25);
        all.addAll(page.changes());
        position = page.next();
        more = page.more();
      }
      between.run();
    }
    return all;
  }

  private static Fetched page(Connector connector, ReadPosition position, int size) {
    return connector.fetch(new FetchRequest("users", position, Reader.UPPER, size, 1 << 20));
  }

  private Connector open(String threshold) {
    Map<String, Object> settings = new HashMap<>(fake.settings());
    settings.put("bulk-threshold", Integer.parseInt(threshold));
    settings.put("bulk-patience", "PT1S");
    return Reader.open(settings, new InMemoryTokens());
  }

  private List<Request> rest() {
    return fake.server()
        .journal()
        .requests(it -> it.query("q").filter(q -> q.contains("FROM User")).isPresent());
  }
}
