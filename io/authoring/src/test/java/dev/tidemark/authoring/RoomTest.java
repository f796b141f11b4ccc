// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoomTest {
  private final Room room = new Room(10);

  @Test
  void isTakenUntilItIsFull() {
    assertThat(room.take(6)).isTrue();
    assertThat(room.take(4)).isTrue();
    assertThat(room.take(1)).isFalse();
  }

  @Test
  void whatWasRefusedTakesNothing() {
    assertThat(room.take(11)).isFalse();
    assertThat(room.take(10)).isTrue();
  }

  @Test
  void whatIsGivenBackIsFreeAgain() {
    room.take(10);
    room.give(3);
    assertThat(room.take(4)).isFalse();
    assertThat(room.take(3)).isTrue();
  }
}
