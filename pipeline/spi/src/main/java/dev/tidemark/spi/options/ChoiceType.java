// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi.options;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One of an enum's constants, written {@code like-this}. */
record ChoiceType<E extends Enum<E>>(Class<E> choices) implements OptionType<E> {
  @Override
  public E parse(Object raw) {
    return constants()
        .filter(choice -> print(choice).equals(raw.toString().strip()))
        .findFirst()
        .orElseThrow(() -> InvalidValue.expected(this, raw));
  }

  @Override
  public E cast(Object value) {
    return choices.cast(value);
  }

  @Override
  public String print(E value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String words() {
    return "one of " + constants().map(this::print).collect(Collectors.joining(", "));
  }

  @Override
  public void describe(ObjectNode schema) {
    ArrayNode values = schema.put("type", "string").putArray("enum");
    constants().map(this::print).forEach(values::add);
  }

  private Stream<E> constants() {
    return Arrays.stream(choices.getEnumConstants());
  }
}
