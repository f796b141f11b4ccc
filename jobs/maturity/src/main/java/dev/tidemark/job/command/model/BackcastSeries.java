// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.model;

import dev.tidemark.maturity.live.Backcast.Span;
import dev.tidemark.maturity.live.Backcast.Step;
import dev.tidemark.model.score.ScoreUpdate;
import dev.tidemark.model.score.ScoreUpdate.Composite;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What became of the days of one organisation, with a word about how far it has come every few
 * seconds. Not safe for use by several threads.
 */
final class BackcastSeries implements Consumer<Step> {
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final String OVERALL = "overall";

  private final String organisation;
  private final Optional<Span> span;
  private final Consumer<String> progress;
  private final Map<Step.Kind, Integer> counts = new EnumMap<>(Step.Kind.class);
  private final List<Day> days = new ArrayList<>();
  private Instant told = Instant.now();

  /** A computed day. */
  record Day(LocalDate day, Composite overall) {}

  BackcastSeries(String organisation, Optional<Span> span, Consumer<String> progress) {
    this.organisation = organisation;
    this.span = span;
    this.progress = progress;
  }

  @Override
  public void accept(Step step) {
    counts.merge(step.kind(), 1, Integer::sum);
    step.close().ifPresent(close -> days.add(new Day(step.day(), overall(close))));
    Instant now = Instant.now();
    if (told.plus(PAUSE).isBefore(now)) {
      told = now;
      progress.accept(
          "%s: %s, %d of %d days"
              .formatted(organisation, step.day(), passed(), span.map(Span::days).orElse(0L)));
    }
  }

  String organisation() {
    return organisation;
  }

  /** The days it was about; empty where there is no evidence of any. */
  Optional<Span> span() {
    return span;
  }

  int count(Step.Kind kind) {
    return counts.getOrDefault(kind, 0);
  }

  /** The days computed now. */
  List<Day> days() {
    return days;
  }

  private int passed() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static Composite overall(ScoreUpdate close) {
    return close.composites().stream()
        .filter(it -> it.name().equalsIgnoreCase(OVERALL))
        .findFirst()
        .orElseGet(() -> close.composites().get(close.composites().size() - 1));
  }
}
