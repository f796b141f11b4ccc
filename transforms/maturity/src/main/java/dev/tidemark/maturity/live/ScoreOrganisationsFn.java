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
 * When an organisation is scored: at once if the pace allows, otherwise when it does, and on every
 * full hour.
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
  private transient Pace pace;

  ScoreOrganisationsFn(LedgerAccess access, Duration throttle, ScoringClock clock) {
    this.access = access;
    this.throttle = throttle;
    this.clock = clock;
  }

  @Setup
  public void setup() {
    ledger = access.open();
    scorer = OrganisationScorer.on(ledger);
    pace = new Pace(throttle, new Slots(System::nanoTime));
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
    pace.asked(organisation, clock.instant())
        .ifPresent(wait -> turn(organisation, wait, due, tick, output));
  }

  @OnTimer(DUE)
  public void onDue(
      @Key OrganisationId organisation,
      @TimerId(DUE) Timer due,
      @TimerId(TICK) Timer tick,
      OutputReceiver<ScoreUpdate> output) {
    turn(organisation, pace.due(organisation), due, tick, output);
  }

  @OnTimer(TICK)
  public void onTick(
      @Key OrganisationId organisation,
      @TimerId(DUE) Timer due,
      @TimerId(TICK) Timer tick,
      OutputReceiver<ScoreUpdate> output) {
    pace.asked(organisation, clock.instant())
        .ifPresent(wait -> turn(organisation, wait, due, tick, output));
  }

  private void turn(
      OrganisationId organisation,
      Duration wait,
      Timer due,
      Timer tick,
      OutputReceiver<ScoreUpdate> output) {
    if (wait.isZero()) {
      Instant now = clock.instant();
      pace.pass(organisation, now, () -> score(organisation, now, output));
      long untilHour = 3_600_000L - Math.floorMod(now.toEpochMilli(), 3_600_000L);
      tick.offset(org.joda.time.Duration.millis(untilHour)).setRelative();
    } else {
      due.offset(org.joda.time.Duration.millis(wait.toMillis())).setRelative();
    }
  }

  private void score(OrganisationId organisation, Instant now, OutputReceiver<ScoreUpdate> output) {
    scorer.score(organisation, now).forEach(output::output);
    scored.inc();
  }
}
