// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi;

import java.util.List;

/** What an account holds. */
public record Discovery(List<DiscoveredStream> streams, List<DiscoveredObject> objects) {
  public Discovery {
    streams = List.copyOf(streams);
    objects = List.copyOf(objects);
  }

  /**
   * A stream with the shape of its records.
   *
   * @param primaryKey fields that identify a record
   * @param cursor how reading goes on: field, order and tie-breaker, in words
   */
  public record DiscoveredStream(
      StreamDescription description, List<Field> fields, List<String> primaryKey, String cursor) {
    public DiscoveredStream {
      fields = List.copyOf(fields);
      primaryKey = List.copyOf(primaryKey);
    }
  }

  /**
   * A field of a record.
   *
   * @param type JSON type; 64-bit integers are {@code integer}, nested ones {@code object} or
   *     {@code array}
   */
  public record Field(String name, String type, String meaning) {}

  /**
   * A database, schema, table or other object, bounded to what a person can read.
   *
   * @param kind such as {@code database}
   * @param name full name within the account
   * @param detail such as a row estimate; empty where there is none
   */
  public record DiscoveredObject(String kind, String name, String detail) {}
}
