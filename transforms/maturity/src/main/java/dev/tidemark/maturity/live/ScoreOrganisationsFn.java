// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.live;

import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.OrganisationRevision;
import dev.tidemark.model.score.ScoreUpdate;
import dev.tidemark.spi.ledger.Ledger;
import dev.tidemark.spi.ledger.LedgerAccess;
import java.time.Duration;
import java.time.Instant;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.state.TimeDomain;
import org.apache.beam.sdk.state.Timer;
import org.apache.beam.sdk.state.TimerSpec;
import org.apache.beam.sdk.state.TimerSpecs;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/**
 * When an organisation is scored: at once if the throttle allows, otherwise when it does, and on
 * every full hour.
 */
final class ScoreOrganisationsFn
    extends DoFn<KV<OrganisationId, OrganisationRevision>, ScoreUpdate> {
  private static final long serialVersionUID = 1L;
  private static final String DUE = "due";
  private static final String TICK = "tick";

  @TimerId(DUE)
  private final TimerSpec dueSpec = TimerSpecs.timer(TimeDomain.PROCESSING_TIME);

  @TimerId(TICK)
  private final TimerSpec tickSpec = TimerSpecs.timer(TimeDomain.PROCESSING_TIME);

  private final Counter scored = Metrics.counter("tidemark", "scored");
  private final LedgerAccess access;
  private final Duration throttle;
  private final ScoringClock clock;

  private transient Ledger ledger;
  private transient OrganisationScorer scorer;
  private transient Throttle pace;

  ScoreOrganisationsFn(LedgerAccess access, Duration throttle, ScoringClock clock) {
    this.access = access;
    this.throttle = throttle;
    this.clock = clock;
  }

  @Setup
  public void setup() {
    ledger = access.open();
    scorer = OrganisationScorer.on(ledger);
    pace = new Throttle(throttle);
  }

  @Teardown
  public void teardown() {
    ledger.close();
  }

  @ProcessElement
  public void process(
      @Element KV<OrganisationId, OrganisationRevision> element,
      @TimerId(DUE) Timer due,
      @TimerId(TICK) Timer tick,
      OutputReceiver<ScoreUpdate> output) {
    OrganisationId organisation = element.getKey();
    Instant now = clock.instant();
    Duration wait = pace.waitFor(organisation, now);
    if (wait.isZero()) {
      score(organisation, now, tick, output);
    } else if (pace.postpone(organisation)) {
      due.offset(org.joda.time.Duration.millis(wait.toMillis())).setRelative();
    }
  }

  @OnTimer(DUE)
  public void onDue(
      @Key OrganisationId organisation,
      @TimerId(TICK) Timer tick,
      OutputReceiver<ScoreUpdate> output) {
    score(organisation, clock.instant(), tick, output);
  }

  @OnTimer(TICK)
  public void onTick(
      @Key OrganisationId organisation,
      @TimerId(TICK) Timer tick,
      OutputReceiver<ScoreUpdate> output) {
    score(organisation, clock.instant(), tick, output);
  }

  private void score(
      OrganisationId organisation, Instant now, Timer tick, OutputReceiver<ScoreUpdate> output) {
    pace.passed(organisation, now);
    scorer.score(organisation, now).forEach(output::output);
    scored.inc();
    long untilHour = 3_600_000L - Math.floorMod(now.toEpochMilli(), 3_600_000L);
    tick.offset(org.joda.time.Duration.millis(untilHour)).setRelative();
  }
}
