// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.tidemark.spi.Discovery.Field;

/**
 * A field that is asked for, and what it is called here.
 *
 * @param soql its name in queries, also across relationships
 * @param need whether reading makes sense without it
 */
record Column(String soql, Field field, Kind kind, Need need) {
  /** What it holds. */
  enum Kind {
    /** What came is handed on. */
    PLAIN,
    /** A time, in the vendor's form. */
    TIME
  }

  /** Whether it can be left out where the user may not see it. */
  enum Need {
    REQUIRED,
    OPTIONAL
  }

  static Column text(String soql, String name, String meaning) {
    return new Column(soql, new Field(name, "string", meaning), Kind.PLAIN, Need.REQUIRED);
  }

  static Column flag(String soql, String name, String meaning) {
    return new Column(soql, new Field(name, "boolean", meaning), Kind.PLAIN, Need.REQUIRED);
  }

  static Column time(String soql, String name, String meaning) {
    return new Column(soql, new Field(name, "string", meaning), Kind.TIME, Need.REQUIRED);
  }

  /** The same, left out where the user may not see it. */
  Column optional() {
    return new Column(soql, field, kind, Need.OPTIONAL);
  }

  String name() {
    return field.name();
  }

  /** The value of a row; null where there is none. */
  JsonNode of(JsonNode row) {
    JsonNode value = row;
    for (String part : soql.split("\\.")) {
      value = value.path(part);
    }
    if (value.isMissingNode()) {
      return NullNode.getInstance();
    }
    return kind == Kind.TIME ? SalesforceTime.plain(value) : value;
  }
}
