// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model;

import java.util.Objects;

/**
 * A state of everything known of an organisation; each accepted commit moves it by one.
 *
 * @param revision from 0
 */
public record OrganisationRevision(OrganisationId organisation, long revision) {
  public OrganisationRevision {
    Objects.requireNonNull(organisation, "organisation");
    if (revision < 0) {
      throw new IllegalArgumentException("a revision is not negative, not " + revision);
    }
  }
}
