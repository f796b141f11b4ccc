// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.authoring.Room;
import dev.tidemark.model.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaceTest {
  private final Pace pace = new Pace();

  @Test
  void anEmptyYearIsReadByAHandfulOfStatements() {
    Duration read = Duration.ZERO;
    int statements = 0;
    while (read.compareTo(Duration.ofDays(365)) < 0) {
      read = read.plus(pace.span());
      pace.learn(found(0, 10, pace.rows(1)));
      statements++;
    }
    assertThat(statements).isLessThanOrEqualTo(7);
  }

  @Test
  void crowdedTimeIsAskedForInShorterParts() {
    Duration before = pace.span();
    pace.learn(found(pace.rows(1), 10, pace.rows(1)));
    assertThat(pace.span()).isLessThan(before);
    for (int statement = 0; statement < 100; statement++) {
      pace.learn(found(pace.rows(1), 10, pace.rows(1)));
    }
    assertThat(pace.span()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void asksForManySmallRowsAndFewLargeOnes() {
    pace.learn(found(100, 10, 1_000));
    int small = pace.rows(1);
    pace.learn(found(100, 100_000, 1_000));
    assertThat(pace.rows(1)).isLessThan(small);
    assertThat(pace.rows(1) * 100_000L).isLessThan(200_000_000L);
  }

  @Test
  void asksForAPageAtLeast() {
    assertThat(pace.rows(10_000)).isGreaterThanOrEqualTo(10_000);
  }

  private static FoundRows found(int count, int weight, int asked) {
    FoundRows found = new FoundRows(new Room(0), count, List.of(), Instant.EPOCH);
    Bytes record = Bytes.wrap(new byte[weight]);
    for (int row = 0; row < count; row++) {
      found.add(new FoundRows.Row(List.of("" + row), record));
    }
    found.complete(asked);
    return found;
  }
}
