// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi.ledger;

import dev.tidemark.model.OrganisationId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Everything a score is computed from, independent of any model. */
public interface EvidenceStore {
  /**
   * What changed of an organisation after a revision, read in one snapshot.
   *
   * @param after revision the caller has; -1 for everything
   * @param since day windows that start earlier are left out
   * @return empty if the organisation is gone
   */
  Optional<OrganisationEvidence> changes(OrganisationId organisation, long after, Instant since);

  /**
   * Asset counts as they were at the end of a UTC day, for back-casting; empty where no close was
   * kept.
   */
  Optional<OrganisationEvidence> closed(OrganisationId organisation, LocalDate day);
}
