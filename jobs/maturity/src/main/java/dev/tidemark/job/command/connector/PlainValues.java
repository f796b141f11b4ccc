// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.connector;

import dev.tidemark.maturity.document.Tree;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of a document as plain maps, lists, texts, numbers and truths. */
final class PlainValues {
  private PlainValues() {}

  static Map<String, @Nullable Object> of(Map<String, Tree> entries) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    entries.forEach((key, tree) -> values.put(key, of(tree)));
    return values;
  }

  private static @Nullable Object of(Tree tree) {
    if (tree instanceof Tree.Mapping mapping) {
      return of(mapping.entries());
    }
    if (tree instanceof Tree.Sequence sequence) {
      return sequence.items().stream().map(PlainValues::of).toList();
    }
    return scalar((Tree.Scalar) tree);
  }

  private static @Nullable Object scalar(Tree.Scalar scalar) {
    return switch (scalar.kind()) {
      case ABSENT -> null;
      case TRUTH -> Boolean.valueOf(scalar.text());
      case NUMBER -> number(scalar.text());
      case TEXT -> scalar.text();
    };
  }

  private static Object number(String text) {
    try {
      return new BigInteger(text).longValueExact();
    } catch (ArithmeticException | NumberFormatException notWhole) {
      return text;
    }
  }
}
