// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model;

import java.util.Comparator;
import java.util.Objects;

/**
 * Identifies one thing a connector reads, the unit of order, state and commit.
 *
 * @param name the stream's name within its connector type, such as {@code tables}
 */
public record StreamId(OrganisationId organisation, ConnectorId connector, String name)
    implements Comparable<StreamId> {
  private static final Comparator<StreamId> ORDER =
      Comparator.comparing(StreamId::organisation)
          .thenComparing(StreamId::connector)
          .thenComparing(StreamId::name);

  public StreamId {
    Objects.requireNonNull(organisation, "organisation");
    Objects.requireNonNull(connector, "connector");
    if (name.isBlank()) {
      throw new IllegalArgumentException("a stream needs a name");
    }
  }

  @Override
  public int compareTo(StreamId other) {
    return ORDER.compare(this, other);
  }
}
