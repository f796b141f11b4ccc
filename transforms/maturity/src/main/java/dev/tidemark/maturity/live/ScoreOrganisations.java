// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.live;

import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.OrganisationRevision;
import dev.tidemark.model.score.ScoreUpdate;
import dev.tidemark.spi.ledger.LedgerAccess;
import java.time.Duration;
import java.util.Objects;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * Scores an organisation whenever something of it changed, and on every full hour because silence
 * ages evidence too.
 *
 * <p>An element says that an organisation has reached a revision; what is scored is the newest
 * state in the ledger, so repeated, late and reordered elements do no harm. Scoring is throttled
 * per organisation, never debounced: a lone change is scored at once. Where more changes than there
 * is time for, organisations take turns that leave the rest of the job its share. Emits one update
 * per model in force, and daily closes when they are due.
 */
public final class ScoreOrganisations
    extends PTransform<PCollection<OrganisationRevision>, PCollection<ScoreUpdate>> {
  private static final long serialVersionUID = 1L;

  private final LedgerAccess ledger;
  private final Duration throttle;
  private final ScoringClock clock;

  private ScoreOrganisations(LedgerAccess ledger, Duration throttle, ScoringClock clock) {
    this.ledger = Objects.requireNonNull(ledger, "ledger");
    this.throttle = Objects.requireNonNull(throttle, "throttle");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** Scores from this ledger, at most once a second per organisation, by the machine's clock. */
  public static ScoreOrganisations from(LedgerAccess ledger) {
    return new ScoreOrganisations(ledger, Duration.ofSeconds(1), ScoringClock.system());
  }

  /** The least time between two scorings of one organisation. */
  public ScoreOrganisations withThrottle(Duration value) {
    return new ScoreOrganisations(ledger, value, clock);
  }

  /** Another clock, for as-of times. */
  public ScoreOrganisations withClock(ScoringClock value) {
    return new ScoreOrganisations(ledger, throttle, value);
  }

  @Override
  public PCollection<ScoreUpdate> expand(PCollection<OrganisationRevision> revisions) {
    return revisions
        .apply(
            "KeyByOrganisation",
            WithKeys.<OrganisationId, OrganisationRevision>of(OrganisationRevision::organisation)
                .withKeyType(TypeDescriptor.of(OrganisationId.class)))
        .apply("Score", ParDo.of(new ScoreOrganisationsFn(ledger, throttle, clock)));
  }
}
