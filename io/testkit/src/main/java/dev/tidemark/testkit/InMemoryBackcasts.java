// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit;

import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.score.ScoreUpdate;
import dev.tidemark.spi.ledger.BackcastStore;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Back-casts, in memory: they write into the scores as those of the database do. */
public final class InMemoryBackcasts implements BackcastStore {
  private final Rows rows;
  private final InMemoryScores scores;
  private final Map<Series, State> states = new HashMap<>();

  InMemoryBackcasts(Rows rows, InMemoryScores scores) {
    this.rows = rows;
    this.scores = scores;
  }

  private record Series(OrganisationId organisation, String model) {
    static Series of(Run run) {
      return new Series(run.organisation(), run.model());
    }
  }

  private record State(Run run, @Nullable LocalDate done, boolean ended) {
    /** The last day done, for one that goes on with it. */
    @Nullable LocalDate doneFor(Run later) {
      boolean on = done != null && !done.isAfter(later.last());
      return !ended && on && run.first().equals(later.first()) ? done : null;
    }

    State end(Run ending) {
      return run.id().equals(ending.id()) ? new State(run, done, true) : this;
    }
  }

  @Override
  public Set<LocalDate> closedDays(OrganisationId organisation, String model) {
    return scores.all().stream()
        .filter(it -> it.organisation().equals(organisation) && it.model().equals(model))
        .filter(it -> it.day() != null && !it.status().equals("backcast"))
        .map(it -> Objects.requireNonNull(it.day()))
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Optional<LocalDate> begin(Run run) {
    return rows.transaction(
        () -> {
          State before = states.get(Series.of(run));
          LocalDate done = before == null ? null : before.doneFor(run);
          states.put(Series.of(run), new State(run, done, false));
          return Optional.ofNullable(done);
        });
  }

  @Override
  public boolean write(Run run, ScoreUpdate close) {
    return rows.transaction(() -> written(run, close));
  }

  private boolean written(Run run, ScoreUpdate close) {
    LocalDate day = Objects.requireNonNull(close.day(), "a back-cast is of days");
    State state = states.get(Series.of(run));
    if (state == null || !state.run().id().equals(run.id())) {
      return false;
    }
    if (!closedDays(run.organisation(), run.model()).contains(day)) {
      scores.write(List.of(close));
    }
    states.put(Series.of(run), new State(run, day, false));
    return true;
  }

  @Override
  public void end(Run run) {
    rows.transaction(() -> states.computeIfPresent(Series.of(run), (series, it) -> it.end(run)));
  }
}
