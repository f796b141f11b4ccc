// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model;

import java.util.Objects;
import java.util.UUID;

/** Identifies the organisation whose maturity is scored. */
public record OrganisationId(UUID value) implements Comparable<OrganisationId> {
  public OrganisationId {
    Objects.requireNonNull(value, "value");
  }

  /** Parses the canonical text form of a UUID. */
  public static OrganisationId of(String text) {
    return new OrganisationId(UUID.fromString(text));
  }

  @Override
  public int compareTo(OrganisationId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
