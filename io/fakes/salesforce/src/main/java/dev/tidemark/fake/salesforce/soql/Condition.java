// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.salesforce.soql;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a query asks of records. */
public sealed interface Condition {
  /** Whether a record fulfils it. */
  boolean holds(JsonNode row);

  /** The fields it names. */
  Stream<String> fields();

  /** All of several. */
  record And(List<Condition> parts) implements Condition {
    @Override
    public boolean holds(JsonNode row) {
      return parts.stream().allMatch(part -> part.holds(row));
    }

    @Override
    public Stream<String> fields() {
      return parts.stream().flatMap(Condition::fields);
    }
  }

  /** One of several. */
  record Or(List<Condition> parts) implements Condition {
    @Override
    public boolean holds(JsonNode row) {
      return parts.stream().anyMatch(part -> part.holds(row));
    }

    @Override
    public Stream<String> fields() {
      return parts.stream().flatMap(Condition::fields);
    }
  }

  /** The contrary. */
  record Not(Condition part) implements Condition {
    @Override
    public boolean holds(JsonNode row) {
      return !part.holds(row);
    }

    @Override
    public Stream<String> fields() {
      return part.fields();
    }
  }

  /** A field is one of several values. */
  record In(String field, List<Literal> values) implements Condition {
    @Override
    public boolean holds(JsonNode row) {
      return values.stream().anyMatch(value -> Fields.equal(field, row, value));
    }

    @Override
    public Stream<String> fields() {
      return Stream.of(field);
    }
  }

  /** A field compares with a value. */
  record Comparison(String field, String operator, Literal value) implements Condition {
    @Override
    public boolean holds(JsonNode row) {
      boolean equal = Fields.equal(field, row, value);
      return switch (operator) {
        case "=" -> equal;
        case "!=", "<>" -> !equal;
        case "like" -> like(Fields.at(row, field).asText());
        default -> !Fields.at(row, field).isNull() && ordered(Fields.compare(field, row, value));
      };
    }

    private boolean ordered(int order) {
      return switch (operator) {
        case "<" -> order < 0;
        case "<=" -> order <= 0;
        case ">" -> order > 0;
        default -> order >= 0;
      };
    }

    /** The time it compares with; empty where it is none. */
    public Optional<Instant> instant() {
      return value.type() == Literal.Type.TIME
          ? Optional.of(SoqlTime.instant(value.text()))
          : Optional.empty();
    }

    private boolean like(String text) {
      String pattern =
          Stream.of(value.text().split("(?<=[%_])|(?=[%_])"))
              .map(part -> part.equals("%") ? ".*" : part.equals("_") ? "." : Pattern.quote(part))
              .reduce("", String::concat);
      int anyCase = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL;
      return Pattern.compile(pattern, anyCase).matcher(text).matches();
    }

    @Override
    public Stream<String> fields() {
      return Stream.of(field);
    }
  }
}
