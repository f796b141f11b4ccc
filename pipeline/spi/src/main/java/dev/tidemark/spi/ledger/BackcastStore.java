// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi.ledger;

import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.score.ScoreUpdate;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * How far the series of a model is computed for days on which it was not in force. Of two
 * back-casts of one series the one begun later goes on; the other is refused.
 */
public interface BackcastStore {
  /** Days of a series that were closed while the model was in force; a back-cast leaves them be. */
  Set<LocalDate> closedDays(OrganisationId organisation, String model);

  /**
   * Begins a back-cast, or goes on with one that was interrupted.
   *
   * @return the last day that is done, if it goes on with one of the same first day
   */
  Optional<LocalDate> begin(Run run);

  /**
   * Writes the close of a day and notes that everything up to it is done, together. A close that
   * was published when its day was over stays.
   *
   * @return false if another back-cast of the series began meanwhile; then nothing is written
   */
  boolean write(Run run, ScoreUpdate close);

  /** Notes that a back-cast is done: the next one begins anew. */
  void end(Run run);

  /**
   * A back-cast of one series.
   *
   * @param id distinguishes it from others of the series
   * @param first first day, included
   * @param last last day, included
   */
  record Run(UUID id, OrganisationId organisation, String model, LocalDate first, LocalDate last) {
    public Run {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(organisation, "organisation");
      Objects.requireNonNull(model, "model");
      if (last.isBefore(first)) {
        throw new IllegalArgumentException("a back-cast from " + first + " cannot end on " + last);
      }
    }
  }
}
