// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnstileTest {
  private final Turnstile turnstile = new Turnstile(2);
  private final List<String> inside = new ArrayList<>();

  @Test
  void soManyEnterAtOnceAndTheOthersInTheOrderOfArrival() {
    List.of("a", "b", "c", "d").forEach(this::enter);
    assertThat(inside).containsExactly("a", "b");
    turnstile.leave();
    assertThat(inside).containsExactly("a", "b", "c");
    turnstile.leave();
    assertThat(inside).containsExactly("a", "b", "c", "d");
  }

  @Test
  void whoLeavesAndComesBackIsBehindThoseOutside() {
    List.of("a", "b", "c", "d").forEach(this::enter);
    turnstile.leave();
    enter("a again");
    turnstile.leave();
    turnstile.leave();
    assertThat(inside).containsExactly("a", "b", "c", "d", "a again");
  }

  @Test
  void aPlaceNobodyWaitsForIsFreeAgain() {
    enter("a");
    turnstile.leave();
    assertThat(turnstile.free()).isEqualTo(2);
  }

  @Test
  void whoOnlyTriesTakesNoPlaceSomebodyWaitsFor() {
    List.of("a", "b", "c").forEach(this::enter);
    assertThat(turnstile.tryEnter()).isFalse();
    turnstile.leave();
    assertThat(turnstile.tryEnter()).isFalse();
    turnstile.leave();
    assertThat(turnstile.tryEnter()).isTrue();
    assertThat(turnstile.free()).isZero();
  }

  private void enter(String name) {
    turnstile.enter(() -> inside.add(name));
  }
}
