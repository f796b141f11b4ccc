// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi.ledger;

import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.score.ScoreUpdate;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Scores as published, and the models they come from. */
public interface ScoreStore {
  /**
   * Writes scores; one computed from an older revision never overwrites a newer one. Notifies
   * listeners of what changed.
   */
  void write(List<ScoreUpdate> updates);

  /**
   * The newest close before a day of one model, as the document it was written with; empty before
   * the first.
   */
  Optional<StoredClose> lastClose(OrganisationId organisation, String model, LocalDate before);

  /** Closes that are not final yet, oldest first. */
  List<StoredClose> provisionalCloses(OrganisationId organisation, String model);

  /** The models in force: exactly one active, any number of shadows. */
  List<StoredModel> models();

  /**
   * A daily close.
   *
   * @param document everything the next close needs of it, as written by the scorer
   */
  record StoredClose(LocalDate day, long revision, String document) {}

  /**
   * A model version.
   *
   * @param status {@code active} or {@code shadow}
   */
  record StoredModel(String id, String status, String yaml) {}
}
