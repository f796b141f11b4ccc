// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi.options;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * What values an option takes. Stateless: one declaration parses, prints and describes them.
 *
 * @param <T> what a value becomes
 */
sealed interface OptionType<T>
    permits TextType,
        IntegerType,
        FlagType,
        DurationType,
        ListType,
        ChoiceType,
        SecretType,
        UriType {
  /**
   * The value, read from what JSON or YAML hold or from text.
   *
   * @throws InvalidValue saying what would be right; it repeats the value only where that is no
   *     secret
   */
  T parse(Object raw);

  /** A parsed value with its type back. */
  T cast(Object value);

  /** A value as it would be written in a settings file; secrets masked. */
  String print(T value);

  /** The largest value, where values have an order and an end. */
  default Optional<T> greatest() {
    return Optional.empty();
  }

  /** The type in a few words, such as {@code whole number from 1 to 65535}. */
  String words();

  /** Writes the type into a JSON Schema of one property. */
  void describe(ObjectNode schema);

  /** A default, into a JSON Schema. */
  default void describeDefault(ObjectNode schema, T value) {
    schema.put("default", print(value));
  }
}
