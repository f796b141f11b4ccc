// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.spi.Category;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a platform says by itself makes polls earlier and nothing else. */
class HintsTest extends PollingStage {
  private final HintWatch watch = new HintWatch(polling.pool(), clock);
  private final PolledStream hourly = stream("events", polling, Duration.ofHours(1));

  @BeforeEach
  void readOnce() {
    account.hints().offer("events");
    poll();
    assertThat(account.events().fetches()).isEqualTo(1);
    clock.advance(Duration.ofMinutes(1));
  }

  @Test
  void whatIsHeardIsReadAtOnce() {
    poll();
    assertThat(account.events().fetches()).as("not due for an hour").isEqualTo(1);
    hear("events");
    append(3);
    poll();
    assertThat(account.events().fetches()).isEqualTo(2);
    clock.advance(Duration.ofMinutes(5));
    poll();
    assertThat(account.events().fetches()).as("a hint is one poll").isEqualTo(2);
  }

  @Test
  void manyHintsAreOnePoll() {
    hear("events");
    hear("events");
    poll();
    poll();
    assertThat(account.events().fetches()).isEqualTo(2);
  }

  @Test
  void whatIsHeardOfOthersLeavesAStreamAlone() {
    hear("tables");
    poll();
    assertThat(account.events().fetches()).isEqualTo(1);
  }

  @Test
  void aFailingStreamIsTriedAgainOnItsOwnScheduleOnly() {
    account.events().troubles().fail(Category.AUTH, "the password was refused");
    hear("events");
    poll();
    assertThat(account.events().fetches()).isEqualTo(2);
    hear("events");
    clock.advance(Duration.ofSeconds(6));
    poll();
    assertThat(account.events().fetches()).isEqualTo(2);
  }

  @Test
  void whoeverListensLooksEveryOtherSecondAndNobodyElseDoes() {
    assertThat(hourly.pause()).isEqualTo(Duration.ofSeconds(2));
    PolledStream deaf = stream("tables", polling, Duration.ofHours(1));
    deaf.advance();
    runPool();
    deaf.poll();
    clock.advance(Duration.ofMinutes(1));
    assertThat(deaf.pause()).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void nobodyIsAskedTwiceAtATimeNorWhereNobodyOffers() {
    watch.look(List.of(hourly));
    watch.look(List.of(hourly));
    assertThat(pool).hasSize(1);
    account.hints().offer();
    new HintWatch(polling.pool(), clock).look(List.of(hourly));
    assertThat(pool).hasSize(1);
  }

  @Test
  void aListenerThatFailsIsLeftForAMinuteAndPollsGoOn() {
    account.hints().failNext(1);
    hear("events");
    assertThat(account.hints().questions()).isEqualTo(1);
    watch.look(List.of(hourly));
    assertThat(pool).as("not yet").isEmpty();
    clock.advance(Duration.ofHours(1));
    poll();
    assertThat(account.events().fetches()).isEqualTo(2);
    watch.look(List.of(hourly));
    runPool();
    assertThat(account.hints().questions()).isEqualTo(2);
    clock.advance(Duration.ofSeconds(5));
    poll();
    assertThat(account.events().fetches()).as("the word was not lost").isEqualTo(3);
  }

  private void poll() {
    hourly.advance();
    runPool();
    hourly.poll();
  }

  /** The account says there is news of a stream, and the background thread looks. */
  private void hear(String stream) {
    account.hints().tell(stream);
    watch.look(List.of(hourly));
    runPool();
  }
}
