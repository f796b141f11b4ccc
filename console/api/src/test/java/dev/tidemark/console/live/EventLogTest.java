// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class EventLogTest {
  private final EventLog log = new EventLog();

  @Test
  void knowsWhatFollowedAnEventAsLongAsItIsKept() {
    String beginning = log.position();
    assertThat(log.after(beginning)).hasValueSatisfying(events -> assertThat(events).isEmpty());
    Event first = log.add("score", "{}");
    Event second = log.add("streams", "{}");
    assertThat(log.after(beginning)).hasValueSatisfying(it -> assertThat(it).hasSize(2));
    assertThat(log.after(first.id()))
        .hasValueSatisfying(it -> assertThat(it).containsExactly(second));
    for (int more = 0; more < 512; more++) {
      log.add("streams", "{}");
    }
    assertThat(log.after(first.id())).as("one of those after it is gone").isEmpty();
    assertThat(log.after(second.id())).hasValueSatisfying(it -> assertThat(it).hasSize(512));
  }

  @Test
  void knowsNothingOfOtherLogs() {
    assertThat(log.after(new EventLog().position())).isEmpty();
    assertThat(log.after(log.position() + "1")).as("one to come").isEmpty();
    assertThat(log.after("x")).isEmpty();
  }

  @Test
  void whoDoesNotKeepUpIsToldNothingMore() throws InterruptedException {
    try (Listener listener = new Listener(gone -> {})) {
      Event event = new Event("1", "score", "{}");
      for (int times = 0; times < 1024; times++) {
        listener.tell(event);
      }
      assertThat(listener.isOver()).isFalse();
      assertThat(listener.next(Duration.ZERO)).contains(event);
      listener.tell(event);
      listener.tell(event);
      assertThat(listener.isOver()).isTrue();
      assertThat(listener.next(Duration.ZERO)).isEmpty();
    }
  }
}
