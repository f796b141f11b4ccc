// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.authoring;

import dev.tidemark.spi.Discovery.Field;

/**
 * A field of a record, which is a column of the statement that reads it.
 *
 * @param name in small letters
 */
public record Column(String name, Kind kind, String meaning) {
  /** What a column holds. */
  public enum Kind {
    TEXT("string"),
    INTEGER("integer"),
    NUMBER("number"),
    FLAG("boolean"),
    /** An instant, however the source writes it. */
    TIME("string"),
    ARRAY("array"),
    /** The name of a person or role, which leaves the connector only as a hash. */
    PERSON("string");

    private final String type;

    Kind(String type) {
      this.type = type;
    }
  }

  public static Column text(String name, String meaning) {
    return new Column(name, Kind.TEXT, meaning);
  }

  public static Column integer(String name, String meaning) {
    return new Column(name, Kind.INTEGER, meaning);
  }

  public static Column number(String name, String meaning) {
    return new Column(name, Kind.NUMBER, meaning);
  }

  public static Column flag(String name, String meaning) {
    return new Column(name, Kind.FLAG, meaning);
  }

  public static Column time(String name, String meaning) {
    return new Column(name, Kind.TIME, meaning);
  }

  public static Column array(String name, String meaning) {
    return new Column(name, Kind.ARRAY, meaning);
  }

  public static Column person(String name, String meaning) {
    return new Column(name, Kind.PERSON, meaning);
  }

  public Field field() {
    return new Field(name, kind.type, meaning);
  }
}
