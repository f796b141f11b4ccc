// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.Stratum;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.asset.Precedence;
import dev.tidemark.model.stream.Lease;
import dev.tidemark.model.stream.Volume;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ledger.LedgerException;
import dev.tidemark.spi.ledger.StreamPlan;
import dev.tidemark.spi.ledger.StreamReport;
import dev.tidemark.testkit.InMemoryLedger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReportsTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final InMemoryLedger ledger = InMemoryLedger.create();
  private final OrganisationId organisation = ledger.registry().addOrganisation("Acme");
  private final ConnectorId connector = ledger.registry().connect(organisation, "example", "{}");
  private final StreamId stream = new StreamId(organisation, connector, "events");
  private final Lease lease = Lease.random();
  private final Reports reports = new Reports(ledger.leases());

  @BeforeEach
  void take() {
    StreamPlan plan =
        new StreamPlan(
            "example",
            new Stratum("example://a"),
            Duration.ofSeconds(1),
            Duration.ZERO,
            Precedence.NATIVE_PLATFORM,
            List.of());
    ledger.leases().take(stream, lease, ledger.registry().startJob(), plan);
  }

  @AfterEach
  void discard() {
    ledger.discard();
  }

  @Test
  void severalOfAStreamAreOneTheNewestAndHavingCaughtUpIsNotUnsaid() {
    reports.offer(StreamReport.passed(stream, lease, NOW, NOW, 3));
    reports.offer(StreamReport.failed(stream, lease, NOW.plusSeconds(1), failure()));
    reports.flush();

    assertThat(written())
        .containsExactly(
            new StreamReport(
                stream, lease, NOW.plusSeconds(1), NOW, true, 3, failure(), null, Volume.none()));
  }

  @Test
  void whatWasSaidUnderAnotherLeaseDoesNotCount() {
    reports.offer(StreamReport.passed(stream, Lease.random(), NOW, NOW, 0));
    reports.offer(report(null));
    reports.flush();
    assertThat(written()).containsExactly(report(null));
  }

  @Test
  void whatCouldNotBeWrittenIsKeptUnlessThereIsNewer() {
    reports.offer(report(failure()));
    ledger.goDown();
    assertThatThrownBy(reports::flush).isInstanceOf(LedgerException.class);
    ledger.comeUp();
    reports.flush();
    reports.flush();
    assertThat(written()).containsExactly(report(failure()));
  }

  private StreamReport report(StreamReport.@Nullable Failure failure) {
    return new StreamReport(stream, lease, NOW, null, false, 0, failure, null, Volume.none());
  }

  private static StreamReport.Failure failure() {
    return new StreamReport.Failure(Category.AUTH, "refused", NOW);
  }

  private List<StreamReport> written() {
    return ledger.leases().reports(stream);
  }
}
