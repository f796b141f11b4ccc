// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit;

import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.score.ScoreUpdate;
import dev.tidemark.spi.ledger.ScoreStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Scores as published, in memory. */
public final class InMemoryScores implements ScoreStore {
  private final Rows rows;
  private final Map<Key, ScoreUpdate> scores = new LinkedHashMap<>();
  private final List<StoredModel> models = new ArrayList<>();

  InMemoryScores(Rows rows) {
    this.rows = rows;
  }

  private record Key(OrganisationId organisation, String model, @Nullable LocalDate day) {}

  /** Brings a model into force. */
  public void add(StoredModel model) {
    rows.uninterrupted(() -> models.add(model));
  }

  /** Every score that stands, in order of first writing. */
  public List<ScoreUpdate> all() {
    return rows.uninterrupted(() -> List.copyOf(scores.values()));
  }

  @Override
  public void write(List<ScoreUpdate> updates) {
    rows.transaction(
        () -> {
          updates.forEach(update -> scores.merge(key(update), update, InMemoryScores::newer));
          return updates;
        });
  }

  @Override
  public Optional<StoredClose> lastClose(
      OrganisationId organisation, String model, LocalDate before) {
    return rows.transaction(
        () ->
            closes(organisation, model)
                .map(InMemoryScores::stored)
                .filter(close -> close.day().isBefore(before))
                .max(Comparator.comparing(StoredClose::day)));
  }

  @Override
  public List<StoredClose> provisionalCloses(OrganisationId organisation, String model) {
    return rows.transaction(
        () ->
            closes(organisation, model)
                .filter(update -> update.status().equals("provisional"))
                .map(InMemoryScores::stored)
                .sorted(Comparator.comparing(StoredClose::day))
                .toList());
  }

  @Override
  public List<StoredModel> models() {
    return rows.transaction(() -> List.copyOf(models));
  }

  private Stream<ScoreUpdate> closes(OrganisationId organisation, String model) {
    return scores.values().stream()
        .filter(update -> update.organisation().equals(organisation))
        .filter(update -> update.model().equals(model) && update.day() != null);
  }

  private static Key key(ScoreUpdate update) {
    return new Key(update.organisation(), update.model(), update.day());
  }

  private static ScoreUpdate newer(ScoreUpdate old, ScoreUpdate update) {
    return update.revision() < old.revision() ? old : update;
  }

  private static StoredClose stored(ScoreUpdate update) {
    LocalDate day = java.util.Objects.requireNonNull(update.day());
    return new StoredClose(day, update.revision(), update.document());
  }
}
