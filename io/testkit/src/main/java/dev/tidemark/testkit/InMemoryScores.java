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
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Scores as published, in memory. */
public final class InMemoryScores implements ScoreStore {
  private static final Set<String> IN_FORCE = Set.of("active", "shadow");

  private final Rows rows;
  private final Map<Key, ScoreUpdate> scores = new LinkedHashMap<>();
  private final List<StoredModel> models = new ArrayList<>();

  InMemoryScores(Rows rows) {
    this.rows = rows;
  }

  private record Key(OrganisationId organisation, String model, @Nullable LocalDate day) {}

  /** Registers a model; one that is active or a shadow is in force. */
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
  public Optional<StoredClose> published(OrganisationId organisation, LocalDate through) {
    return rows.transaction(
        () ->
            published(organisation)
                .filter(close -> !close.day().isAfter(through))
                .max(Comparator.comparing(StoredClose::day)));
  }

  @Override
  public Optional<LocalDate> firstPublished(OrganisationId organisation) {
    return rows.transaction(
        () -> published(organisation).map(StoredClose::day).min(Comparator.naturalOrder()));
  }

  /** No model ever follows another in memory. */
  @Override
  public Optional<Succession> succession(
      OrganisationId organisation, String model, LocalDate before) {
    return Optional.empty();
  }

  @Override
  public List<StoredModel> models() {
    return rows.transaction(
        () -> models.stream().filter(model -> IN_FORCE.contains(model.status())).toList());
  }

  @Override
  public Optional<StoredModel> model(String id) {
    return rows.transaction(
        () -> models.stream().filter(model -> model.id().equals(id)).findFirst());
  }

  private Stream<StoredClose> published(OrganisationId organisation) {
    return scores.values().stream()
        .filter(update -> update.organisation().equals(organisation))
        .filter(update -> update.day() != null && !update.status().equals("backcast"))
        .map(InMemoryScores::stored);
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
    boolean published = old.status().equals("backcast") && !update.status().equals("backcast");
    return update.revision() < old.revision() && !published ? old : update;
  }

  private static StoredClose stored(ScoreUpdate update) {
    LocalDate day = java.util.Objects.requireNonNull(update.day());
    return new StoredClose(day, update.revision(), update.document());
  }
}
