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

  /**
   * The newest close up to a day that was published when its day was over, whatever the model;
   * empty before the first.
   */
  Optional<StoredClose> published(OrganisationId organisation, LocalDate through);

  /** The day of the first close of an organisation that was published when its day was over. */
  Optional<LocalDate> firstPublished(OrganisationId organisation);

  /**
   * From which model the published series of an organisation last passed to this one, before a day;
   * empty if it never did.
   */
  Optional<Succession> succession(OrganisationId organisation, String model, LocalDate before);

  /** The models in force: exactly one active, any number of shadows. */
  List<StoredModel> models();

  /** A registered model, in force or not. */
  Optional<StoredModel> model(String id);

  /**
   * A daily close.
   *
   * @param document everything the next close needs of it, as written by the scorer
   */
  record StoredClose(LocalDate day, long revision, String document) {}

  /**
   * A model version.
   *
   * @param status {@code draft}, {@code shadow}, {@code active} or {@code retired}
   */
  record StoredModel(String id, String status, String yaml) {}

  /**
   * That one model followed another.
   *
   * @param followed the model before
   * @param day the last day of its series
   */
  record Succession(String followed, LocalDate day) {}
}
