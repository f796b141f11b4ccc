// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window;

import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.Stratum;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.asset.Precedence;
import dev.tidemark.model.stream.Change;
import dev.tidemark.model.stream.Cursor;
import dev.tidemark.model.stream.KeptRecord;
import dev.tidemark.model.stream.KeyRange;
import dev.tidemark.model.stream.Lease;
import dev.tidemark.model.stream.Page;
import dev.tidemark.model.stream.PageStamp;
import dev.tidemark.model.stream.PassStep;
import dev.tidemark.model.stream.ReadPosition;
import dev.tidemark.model.stream.Volume;
import dev.tidemark.spi.ledger.LeaseAnswer;
import dev.tidemark.spi.ledger.StreamPlan;
import dev.tidemark.testkit.InMemoryLedger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stamps the pages of one stream as a reader does, on a ledger in memory. */
final class Reader {
  static final Stratum STRATUM = new Stratum("example://account");
  static final Instant NOON = Instant.parse("2026-01-08T12:00:00Z");

  final InMemoryLedger ledger;
  final StreamId stream;
  Lease lease = Lease.random();
  private Instant now = NOON;
  private long sequence;
  private ReadPosition position = ReadPosition.at(Cursor.start());

  private Reader(InMemoryLedger ledger, StreamId stream) {
    this.ledger = ledger;
    this.stream = stream;
    takeLease();
  }

  static Reader of(String streamName) {
    InMemoryLedger ledger = InMemoryLedger.create();
    OrganisationId organisation = ledger.registry().addOrganisation("Acme");
    ConnectorId connector = ledger.registry().connect(organisation, "example", "{}");
    return new Reader(ledger, new StreamId(organisation, connector, streamName));
  }

  /** Takes a new lease and reads on from the row. */
  void takeLease() {
    lease = Lease.random();
    StreamPlan plan =
        new StreamPlan(
            "example",
            STRATUM,
            Duration.ofMinutes(1),
            Duration.ZERO,
            Precedence.SCANNER,
            List.of());
    LeaseAnswer answer = ledger.leases().take(stream, lease, ledger.registry().startJob(), plan);
    LeaseAnswer.Taken taken = (LeaseAnswer.Taken) answer;
    sequence = taken.sequence();
    position = ReadPosition.at(taken.cursor());
  }

  void wait(Duration time) {
    now = now.plus(time);
  }

  Instant now() {
    return now;
  }

  /** A whole pass that ends where it began, like that over a snapshot. */
  Page snapshot(List<Change> changes) {
    return page(stamp(position.settled(), PassStep.ONLY), changes, KeyRange.all());
  }

  /** A page of a snapshot in several. */
  Page snapshot(List<Change> changes, KeyRange range) {
    return page(stamp(position.settled(), PassStep.ONLY), changes, range);
  }

  /** A whole pass that moves the cursor. */
  Page pass(List<Change> changes) {
    return page(stamp(next(), PassStep.ONLY), changes, null);
  }

  /** A page of a pass. */
  Page page(List<Change> changes, PassStep step) {
    return page(stamp(next(), step), changes, null);
  }

  /** A page of records that were rejected before and are read again. */
  Page again(List<Change> changes, List<KeptRecord> records) {
    sequence++;
    PageStamp stamp = new PageStamp(lease, sequence, position, position, PassStep.BESIDE);
    return new Page(
        stream, "scripted", STRATUM, stamp, changes, null, null, NOON, Volume.none(), records);
  }

  private Cursor next() {
    return new Cursor("{\"page\":" + (sequence + 1) + "}");
  }

  private PageStamp stamp(Cursor to, PassStep step) {
    ReadPosition before = position;
    position = ReadPosition.at(to);
    sequence++;
    return new PageStamp(lease, sequence, before, position, step);
  }

  private Page page(PageStamp stamp, List<Change> changes, @Nullable KeyRange replaces) {
    return new Page(
        stream,
        "scripted",
        STRATUM,
        stamp,
        changes,
        replaces,
        now,
        now,
        new Volume(1, changes.size(), 10L * changes.size(), 1));
  }
}
