// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.harness;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.bench.workload.WrongResultException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FinalTableTest {
  private static final FinalTable RIGHT = new FinalTable(List.of("s0|p1|d|2|7", "s0|p2|d|1|3"));

  @Test
  void theSameRowsAreRight() {
    assertThatCode(() -> new FinalTable(List.copyOf(RIGHT.rows())).require(RIGHT, "somebody"))
        .doesNotThrowAnyException();
  }

  @Test
  void aWrongRowIsNamed() {
    FinalTable wrong = new FinalTable(List.of("s0|p1|d|2|7", "s0|p2|d|1|4"));
    assertThatThrownBy(() -> wrong.require(RIGHT, "somebody"))
        .isInstanceOf(WrongResultException.class)
        .hasMessageContaining("somebody")
        .hasMessageContaining("should be s0|p2|d|1|3, its table has s0|p2|d|1|4");
  }

  @Test
  void aMissingRowIsNamed() {
    FinalTable shorter = new FinalTable(List.of("s0|p1|d|2|7"));
    assertThatThrownBy(() -> shorter.require(RIGHT, "somebody"))
        .hasMessageContaining("its table has nothing");
  }
}
