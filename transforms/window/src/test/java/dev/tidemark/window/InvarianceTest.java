// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window;

import static dev.tidemark.window.Reader.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.event.MetricEvent;
import dev.tidemark.model.event.MetricValue;
import dev.tidemark.model.metric.Temporality;
import dev.tidemark.model.stream.Change;
import dev.tidemark.model.stream.StreamCommit;
import dev.tidemark.model.window.Attributes;
import dev.tidemark.model.window.WindowChange;
import dev.tidemark.model.window.WindowKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** In whatever order, pages and lateness the same records come, the same windows are committed. */
final class InvarianceTest {
  /** Something that happened once. */
  record Happening(int what, int hour, int value) {
    MetricEvent event() {
      Instant at = NOON.minus(Duration.ofHours(hour));
      return switch (what) {
        case 0 -> event("tidemark.data.pipeline.run", "{run}", new MetricValue.Quantity(value), at);
        case 1 ->
            event(
                "tidemark.data.quality.check",
                "{check}",
                new MetricValue.Ratio(value / 2d, value),
                at);
        case 2 ->
            event("tidemark.change.lead_time", "min", new MetricValue.Quantity(value / 10d), at);
        case 3 -> gauge(at);
        default ->
            event(
                "tidemark.identity.principal.active",
                "{principal}",
                new MetricValue.Member("p" + value % 7),
                at);
      };
    }

    private MetricEvent gauge(Instant at) {
      return new MetricEvent(
          "tidemark.data.asset.count",
          Temporality.INSTANT,
          "{asset}",
          new MetricValue.Quantity(value),
          null,
          Attributes.none(),
          at,
          at,
          value % 3,
          null);
    }

    private static MetricEvent event(String metric, String unit, MetricValue value, Instant at) {
      return ScriptedType.event(metric, unit, value, at);
    }
  }

  @Property(tries = 150)
  void theSameWindowsWhateverTheOrder(
      @ForAll("happenings") List<Happening> happenings, @ForAll Random random) {
    List<Happening> shuffled = new ArrayList<>(happenings);
    Collections.shuffle(shuffled, random);
    assertThat(committed(shuffled, random)).isEqualTo(committed(happenings, new Random(0)));
  }

  @Provide
  Arbitrary<List<Happening>> happenings() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 4),
            Arbitraries.integers().between(0, 24 * 20),
            Arbitraries.integers().between(1, 1000))
        .as(Happening::new)
        .list()
        .ofMaxSize(40);
  }

  /** Pages of any size, commits at any moment, now and then a new lease. */
  private static Map<WindowKey, WindowChange> committed(List<Happening> happenings, Random random) {
    Reader reader = Reader.of("invariance");
    ScriptedType type = new ScriptedType();
    PageFolder folder = type.folder();
    StreamFold fold = StreamFold.of(reader.stream);
    int from = 0;
    while (from < happenings.size()) {
      int to = Math.min(happenings.size(), from + 1 + random.nextInt(10));
      List<Change> changes =
          happenings.subList(from, to).stream().map(it -> type.record("r", it.event())).toList();
      commit(reader, fold.take(folder.fold(reader.pass(changes)).page(), reader.ledger));
      if (random.nextInt(3) > 0) {
        fold.elapsed().ifPresent(next -> commit(reader, next));
        from = to;
      } else {
        from = recommitted(reader, fold, to);
      }
    }
    fold.elapsed().ifPresent(next -> commit(reader, next));
    Map<WindowKey, WindowChange> windows = reader.ledger.streams().windows(reader.stream);
    reader.ledger.discard();
    return windows;
  }

  /** Commits all there is, then reads on under a new lease. */
  private static int recommitted(Reader reader, StreamFold fold, int to) {
    fold.elapsed().ifPresent(next -> commit(reader, next));
    reader.takeLease();
    return to;
  }

  private static void commit(Reader reader, StreamFold.Step step) {
    if (step.commit() != null) {
      commit(reader, step.commit());
    }
  }

  private static void commit(Reader reader, StreamCommit commit) {
    reader.ledger.streams().commit(List.of(commit));
  }
}
