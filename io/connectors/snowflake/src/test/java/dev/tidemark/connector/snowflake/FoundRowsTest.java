// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.authoring.Room;
import dev.tidemark.model.Bytes;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoundRowsTest {
  private static final Instant END = Instant.parse("2026-11-26T12:00:00Z");
  private static final long ROW = row(0).weight();

  private final Room room = new Room(3 * ROW);

  @Test
  void whatFitsTheRoomIsReadBeyondThePage() {
    FoundRows rows = rows(2);
    assertThat(fill(rows)).isEqualTo(5);
    rows.complete(100);
    assertThat(room.take(1)).isFalse();
    for (int told = 0; told < 5; told++) {
      rows.next();
    }
    assertThat(rows.isEmpty()).isTrue();
    assertThat(room.take(3 * ROW)).isTrue();
  }

  @Test
  void withoutRoomAPageIsReadAndNoMore() {
    room.take(3 * ROW);
    assertThat(fill(rows(2))).isEqualTo(2);
  }

  @Test
  void whatIsDroppedLeavesTheRoom() {
    FoundRows rows = rows(1);
    fill(rows);
    rows.drop();
    assertThat(room.take(3 * ROW)).isTrue();
  }

  @Test
  void goesOnAfterWhatWasToldLast() {
    FoundRows rows = rows(1);
    fill(rows);
    assertThat(rows.goOnAfter(List.of("before"))).isTrue();
    rows.next();
    rows.next();
    assertThat(rows.goOnAfter(List.of("1"))).isTrue();
    assertThat(rows.goOnAfter(List.of("0"))).isFalse();
  }

  @Test
  void areWholeWhereFewerCameThanWereAskedFor() {
    FoundRows all = rows(2);
    all.add(row(0));
    all.complete(2);
    assertThat(all.isWhole()).isTrue();
    FoundRows some = rows(2);
    some.add(row(0));
    some.complete(1);
    assertThat(some.isWhole()).isFalse();
  }

  private FoundRows rows(int freely) {
    return new FoundRows(room, freely, List.of("before"), END);
  }

  private static int fill(FoundRows rows) {
    int added = 1;
    while (rows.add(row(added - 1))) {
      added++;
    }
    return added;
  }

  private static FoundRows.Row row(int number) {
    return new FoundRows.Row(List.of(Integer.toString(number)), Bytes.utf8("{}"));
  }
}
