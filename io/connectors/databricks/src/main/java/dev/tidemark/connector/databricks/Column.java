// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.databricks;

import dev.tidemark.spi.Discovery.Field;

/**
 * A field of a record, which is a column of the statement that reads it.
 *
 * @param name as the statement calls it
 */
record Column(String name, Kind kind, String meaning) {
  /** What a column holds. */
  enum Kind {
    TEXT("string"),
    INTEGER("integer"),
    NUMBER("number"),
    FLAG("boolean"),
    /** Microseconds since 1970, which become an instant. */
    MICROS("string"),
    /** The name of a person or service, which leaves the connector only as a hash. */
    PERSON("string");

    private final String type;

    Kind(String type) {
      this.type = type;
    }
  }

  static Column text(String name, String meaning) {
    return new Column(name, Kind.TEXT, meaning);
  }

  static Column integer(String name, String meaning) {
    return new Column(name, Kind.INTEGER, meaning);
  }

  static Column number(String name, String meaning) {
    return new Column(name, Kind.NUMBER, meaning);
  }

  static Column flag(String name, String meaning) {
    return new Column(name, Kind.FLAG, meaning);
  }

  static Column micros(String name, String meaning) {
    return new Column(name, Kind.MICROS, meaning);
  }

  static Column person(String name, String meaning) {
    return new Column(name, Kind.PERSON, meaning);
  }

  Field field() {
    return new Field(name, kind.type, meaning);
  }
}
