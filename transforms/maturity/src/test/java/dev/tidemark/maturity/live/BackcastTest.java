// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.tidemark.maturity.live.Backcast.Span;
import dev.tidemark.maturity.live.Backcast.Step;
import dev.tidemark.maturity.model.CoreModel;
import dev.tidemark.model.score.ScoreUpdate;
import dev.tidemark.spi.ledger.ScoreStore.StoredModel;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * How a back-cast walks through the days; over a real PostgreSQL it is held to published closes.
 */
final class BackcastTest {
  private static final String NEXT = "tidemark-core 1.0.1";
  private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
  private final OneAccount account = new OneAccount();

  @BeforeEach
  void closeFourDays() {
    OrganisationScorer scorer = OrganisationScorer.on(account.ledger);
    String yaml = CoreModel.text().replace("version: 1.0.0", "version: 1.0.1");
    account.ledger.scores().add(new StoredModel(NEXT, "draft", yaml));
    for (int day = 0; day < 4; day++) {
      account.read(4 + day);
      account.score(scorer);
      account.clock.advance(Duration.ofDays(1));
    }
    account.score(scorer);
  }

  @Test
  void goesOnWhereItStoppedAndComesOutTheSame() {
    Span span = backcast().evidence().orElseThrow();
    assertThat(span).isEqualTo(new Span(FIRST, FIRST.plusDays(3)));
    List<String> whole = new ArrayList<>();
    backcast().rehearse(span, step -> whole.add(step.close().orElseThrow().document()));
    assertThatIllegalStateException()
        .isThrownBy(() -> backcast().run(span, step -> failOn(step, FIRST.plusDays(1))));
    List<Step> steps = new ArrayList<>();
    backcast().run(span, steps::add);
    assertThat(steps)
        .extracting(Step::kind)
        .containsExactly(Step.Kind.DONE, Step.Kind.DONE, Step.Kind.COMPUTED, Step.Kind.COMPUTED);
    assertThat(own()).extracting(ScoreUpdate::document).isEqualTo(whole);
    assertThat(own()).extracting(ScoreUpdate::status).containsOnly("backcast");
  }

  @Test
  void anotherFirstDayBeginsAnew() {
    Span span = new Span(FIRST, FIRST.plusDays(3));
    assertThatIllegalStateException()
        .isThrownBy(() -> backcast().run(span, step -> failOn(step, FIRST.plusDays(1))));
    List<Step> steps = new ArrayList<>();
    backcast().run(new Span(FIRST.plusDays(1), FIRST.plusDays(3)), steps::add);
    assertThat(steps).extracting(Step::kind).containsOnly(Step.Kind.COMPUTED);
  }

  @Test
  void isOfARegisteredModel() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Backcast.of(
                    account.ledger, "other 1.0.0", account.organisation, account.clock.instant()))
        .withMessageContaining("other 1.0.0");
  }

  private Backcast backcast() {
    return Backcast.of(account.ledger, NEXT, account.organisation, account.clock.instant());
  }

  private List<ScoreUpdate> own() {
    return account.closes().stream().filter(close -> close.model().equals(NEXT)).toList();
  }

  private static void failOn(Step step, LocalDate day) {
    if (step.day().equals(day)) {
      throw new IllegalStateException("power cut");
    }
  }
}
