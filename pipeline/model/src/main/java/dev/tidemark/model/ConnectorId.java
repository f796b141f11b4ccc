// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model;

import java.util.Objects;
import java.util.UUID;

/** Identifies one configured account of one platform. */
public record ConnectorId(UUID value) implements Comparable<ConnectorId> {
  public ConnectorId {
    Objects.requireNonNull(value, "value");
  }

  /** Parses the canonical text form of a UUID. */
  public static ConnectorId of(String text) {
    return new ConnectorId(UUID.fromString(text));
  }

  @Override
  public int compareTo(ConnectorId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
