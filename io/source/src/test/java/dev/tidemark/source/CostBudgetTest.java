// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.stream.Cost;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.ledger.StreamReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Streams of a connector that may cost so much in a day. */
final class CostBudgetTest extends PollingStage {
  private static final Instant TOMORROW = START.plus(Duration.ofDays(1));

  /** Three pages are there, two are paid for: the third comes tomorrow, from where it stopped. */
  @Test
  void aSpentBudgetIsAPartialResultThatGoesOnTheNextDay() {
    PolledStream bounded = bounded(2);
    append(3);
    account.events().pageSizes(() -> 1);
    assertThat(read(bounded)).isEqualTo(2);
    assertThat(bounded.failure()).isEmpty();
    assertThat(bounded.ended()).isFalse();
    clock.advanceTo(TOMORROW.minusSeconds(1));
    assertThat(read(bounded)).isZero();
    assertThat(account.events().fetches()).isEqualTo(2);

    clock.advanceTo(TOMORROW.plusSeconds(60));
    assertThat(read(bounded)).isEqualTo(1);
  }

  /** Whatever a platform charges by, each page is a call here. */
  @Test
  void callsAreBoundedWhereABudgetNamesThem() {
    ledger.registry().allow(connector, Cost.of("calls", 2));
    PolledStream bounded = stream("events");
    append(3);
    account.events().pageSizes(() -> 1);
    assertThat(read(bounded)).isEqualTo(2);
    polling.reports().flush();
    assertThat(Objects.requireNonNull(last().rest()).reason())
        .contains("budget of 2 calls is spent");
    clock.advanceTo(TOMORROW.plusSeconds(60));
    assertThat(read(bounded)).isEqualTo(1);
  }

  @Test
  void aRestartKnowsTheCallsOfTheDay() {
    ledger.registry().allow(connector, Cost.of("calls", 2));
    PolledStream bounded = stream("events");
    read(bounded);
    clock.advance(Duration.ofSeconds(2));
    read(bounded);
    bounded.close();
    runPool();
    assertThat(account.events().fetches()).isEqualTo(2);
    ledger.registry().allow(connector, Cost.of("calls", 1));
    PolledStream next =
        stream("events", polling(new FetchPool(type -> pool::add, PAGES_IN_FLIGHT)));
    read(next);
    assertThat(account.events().fetches()).isEqualTo(2);
    assertThat(next.failure()).isEmpty();
  }

  @Test
  void peopleAreToldWhyItRestsAndUntilWhenOnce() {
    PolledStream bounded = bounded(1);
    append(2);
    account.events().pageSizes(() -> 1);
    read(bounded);
    read(bounded);
    polling.reports().flush();
    StreamReport report = last();
    StreamReport.Rest rest = Objects.requireNonNull(report.rest());
    assertThat(rest.reason()).contains("budget of 1 credits").contains("1 were used");
    assertThat(rest.until()).isBetween(TOMORROW, TOMORROW.plusSeconds(60));
    assertThat(report.failure()).isNull();
    assertThat(reports("events")).hasSize(1);
  }

  /** Every stream of the connector pays from one purse. */
  @Test
  void theBudgetIsTheConnectors() {
    PolledStream bounded = bounded(1);
    PolledStream tables = stream("tables");
    read(bounded);
    read(tables);
    assertThat(account.tables().fetches()).isZero();
  }

  /** It makes no page, and is paid for all the same. */
  @Test
  void whatAnIdlePollCostsIsReported() {
    PolledStream bounded = bounded(100);
    read(bounded);
    clock.advance(Duration.ofMinutes(1));
    read(bounded);
    clock.advance(Duration.ofMinutes(1));
    read(bounded);
    polling.reports().flush();
    assertThat(account.events().fetches()).isEqualTo(3);
    assertThat(last().volume().cost()).isEqualTo(Cost.of("credits", 2));
    assertThat(last().volume().calls()).isEqualTo(2);
    assertThat(last().volume().pages()).isZero();
  }

  @Test
  void whatAFailureCostsIsChargedAndReported() {
    PolledStream bounded = bounded(1);
    account
        .events()
        .troubles()
        .failNext(
            1,
            () ->
                ConnectorException.of(Category.TRANSIENT, "timed out")
                    .costing(Cost.of("credits", 1)));
    read(bounded);
    polling.reports().flush();
    assertThat(last().volume().cost()).isEqualTo(Cost.of("credits", 1));
    clock.advance(Duration.ofMinutes(1));
    read(bounded);
    assertThat(account.events().fetches()).isEqualTo(1);
  }

  /** What was taken since the last report is told with the lease that is given back. */
  @Test
  void nothingSpentIsForgottenWhenAStreamEnds() {
    PolledStream bounded = bounded(100);
    read(bounded);
    clock.advance(Duration.ofSeconds(2));
    read(bounded);
    clock.advance(Duration.ofSeconds(2));
    read(bounded);
    assertThat(account.events().fetches()).isEqualTo(3);
    bounded.close();
    runPool();
    assertThat(spent()).isEqualTo(Map.of(connector, Cost.of("credits", 2)));
  }

  @Test
  void aRestartKnowsWhatWasSpentToday() {
    PolledStream bounded = bounded(2);
    read(bounded);
    clock.advance(Duration.ofSeconds(2));
    read(bounded);
    clock.advance(Duration.ofSeconds(2));
    read(bounded);
    bounded.close();
    runPool();
    assertThat(account.events().fetches()).isEqualTo(2);

    ledger.registry().allow(connector, Cost.of("credits", 1));
    PolledStream next =
        stream("events", polling(new FetchPool(type -> pool::add, PAGES_IN_FLIGHT)));
    read(next);
    assertThat(account.events().fetches()).isEqualTo(2);
    assertThat(next.failure()).isEmpty();
  }

  private PolledStream bounded(double credits) {
    account.events().charge(Cost.of("credits", 1));
    ledger.registry().allow(connector, Cost.of("credits", credits));
    return stream("events");
  }

  /** Reads what may be read now; says how many pages came. */
  private int read(PolledStream polled) {
    int pages = 0;
    polled.advance();
    runPool();
    while (polled.poll() != null) {
      pages++;
      polled.advance();
      runPool();
    }
    return pages;
  }

  private StreamReport last() {
    List<StreamReport> all = reports("events");
    return all.get(all.size() - 1);
  }

  private Map<?, Cost> spent() {
    return ledger.registry().spent(List.of(connector), START);
  }
}
