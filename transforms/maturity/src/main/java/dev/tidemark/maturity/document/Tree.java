// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.document;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A parsed document that still knows which line each value stands on, counted from 1. */
public sealed interface Tree {
  /** The line the value starts on. */
  int line();

  /** Named values in the order they were written. */
  record Mapping(int line, Map<String, Tree> entries) implements Tree {
    public Mapping {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }
  }

  /** Values in order. */
  record Sequence(int line, List<Tree> items) implements Tree {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /** A single value as it was written, and how it is to be understood. */
  record Scalar(int line, Kind kind, String text) implements Tree {}

  /** What a single value is. */
  enum Kind {
    /** Text, quoted or not. */
    TEXT,
    /** A number, NaN and infinities included. */
    NUMBER,
    /** True or false. */
    TRUTH,
    /** Nothing. */
    ABSENT
  }

  /** What the value is, in words a message can use. */
  default String description() {
    if (this instanceof Scalar scalar) {
      return scalar.kind() == Kind.ABSENT ? "nothing" : "\"" + scalar.text() + "\"";
    }
    return this instanceof Mapping ? "a mapping" : "a list";
  }
}
