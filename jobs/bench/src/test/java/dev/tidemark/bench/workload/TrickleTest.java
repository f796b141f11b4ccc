// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.stream.ReadPosition;
import dev.tidemark.spi.FetchRequest;
import dev.tidemark.spi.Fetched;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class TrickleTest {
  private static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");
  private static final Trickle TRICKLE = new Trickle(1, 4, 10, Duration.ofSeconds(1), AT);

  @Test
  void windowsFollowFromHowManyPagesWereRead() {
    for (int pages = 0; pages < 7; pages++) {
      assertThat(TRICKLE.expected(pages)).isEqualTo(read(pages));
    }
  }

  @Test
  void pagesFollowEachOtherUntilEveryKeyWasShown() {
    List<Boolean> more = new ArrayList<>();
    ReadPosition position = ReadPosition.at(Place.cursor(0));
    for (int page = 0; page < 4; page++) {
      Fetched fetched = fetch(position);
      more.add(fetched.more());
      position = fetched.next();
    }
    assertThat(more).containsExactly(true, true, false, false);
  }

  /** Adds up what the connector shows, slowly. */
  private static List<String> read(int pages) {
    Map<String, List<Long>> windows = new TreeMap<>(Comparator.naturalOrder());
    ReadPosition position = ReadPosition.at(Place.cursor(0));
    for (int page = 0; page < pages; page++) {
      Fetched fetched = fetch(position);
      fetched.changes().stream()
          .map(change -> PipelineErrors.parse(change.payload().array()))
          .forEach(
              it ->
                  windows
                      .computeIfAbsent(it.pipeline(), key -> new ArrayList<>())
                      .add(it.errors()));
      position = fetched.next();
    }
    return windows.entrySet().stream()
        .map(
            it ->
                it.getKey()
                    + "|"
                    + it.getValue().size()
                    + "|"
                    + it.getValue().stream().mapToLong(Long::longValue).sum())
        .toList();
  }

  private static Fetched fetch(ReadPosition position) {
    TrickleText text = new TrickleText(TRICKLE.keys(), AT.getEpochSecond());
    return new TrickleConnector(0, TRICKLE.records(), text)
        .fetch(new FetchRequest(TrickleConnectorType.STREAM, position, AT, 1_000, 1 << 20));
  }
}
