// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.score;

import static dev.tidemark.job.score.ScoredDatabase.overall;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tidemark.maturity.live.OrganisationScorer;
import dev.tidemark.model.Stratum;
import dev.tidemark.model.score.ScoreUpdate;
import dev.tidemark.spi.ledger.OrganisationEvidence.RegisterEntry;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Removing a connector does not make a score rise; retiring its platform is another matter. */
class LostPlatformTest {
  private static final String BAD = "postgres://bad:5432";
  private final ScoredDatabase database = new ScoredDatabase();
  private final OrganisationScorer scorer = database.scorer();
  private final ReadAccount good = database.connect("good", "postgres://good:5432");
  private final ReadAccount bad = database.connect("bad", BAD);

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aBadlyScoringPlatformStaysWhenItsConnectorGoes() {
    double before = scored();
    remove();
    assertThat(overall(database.score(scorer))).isCloseTo(before, within(1e-12));
    assertThat(overall(database.score(database.scorer())))
        .as("nor after a restart")
        .isCloseTo(before, within(1e-12));
    for (int day = 0; day < 40; day++) {
      database.pass(Duration.ofDays(1));
      good.read(10);
      assertThat(overall(database.score(scorer))).isLessThanOrEqualTo(before + 1e-12);
    }
  }

  @Test
  void retiringThePlatformIsScope() {
    double before = scored();
    database.pass(Duration.ofDays(1));
    good.read(10);
    bad.read(0);
    double closed = overall(database.score(scorer));
    remove();
    database
        .administration
        .register()
        .declare(
            database.organisation,
            RegisterEntry.undeclared(new Stratum(BAD)).retire(),
            "switched off",
            "cdo");
    ScoreUpdate retired = database.score(scorer);
    assertThat(overall(retired)).isGreaterThan(before);
    assertThat(retired.attribution())
        .filteredOn(row -> row.composite().equals("overall") && row.reason().equals("SCOPE"))
        .isNotEmpty();
    double scope =
        retired.attribution().stream()
            .filter(row -> row.composite().equals("overall") && row.reason().equals("SCOPE"))
            .mapToDouble(ScoreUpdate.AttributionRow::contribution)
            .sum();
    assertThat(scope).isCloseTo(overall(retired) - closed, within(1e-9));
  }

  @Test
  void theSameAccountAgainIsThePlatformItWas() {
    double before = scored();
    remove();
    ReadAccount again = database.connect("bad once more", BAD);
    assertThat(again.sequence()).isEqualTo(bad.sequence());
    assertThat(overall(database.score(scorer))).isCloseTo(before, within(1e-12));
    again.read(10);
    ScoreUpdate improved = database.score(scorer);
    assertThat(overall(improved)).as("and counts without probation").isGreaterThan(before);
    assertThat(database.administration.reconciliation().differences(database.organisation))
        .isEmpty();
  }

  private double scored() {
    good.read(10);
    bad.read(0);
    return overall(database.score(scorer));
  }

  private void remove() {
    database.administration.connectors().remove(bad.connector(), "test");
  }
}
