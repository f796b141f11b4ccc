// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi.options;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Texts in order: a list, or one text with commas. */
record ListType(TextType element) implements OptionType<List<String>> {
  @Override
  public List<String> parse(Object raw) {
    return items(raw).stream().map(element::parse).toList();
  }

  @Override
  public List<String> cast(Object value) {
    return ((List<?>) value).stream().map(String.class::cast).toList();
  }

  @Override
  public String print(List<String> value) {
    return String.join(",", value);
  }

  @Override
  public String words() {
    return "a list of " + element.words();
  }

  @Override
  public void describe(ObjectNode schema) {
    element.describe(schema.put("type", "array").putObject("items"));
  }

  @Override
  public void describeDefault(ObjectNode schema, List<String> value) {
    value.forEach(schema.putArray("default")::add);
  }

  private Collection<?> items(Object raw) {
    if (raw instanceof Collection<?> items) {
      return items;
    }
    if (raw instanceof CharSequence text) {
      return Arrays.stream(text.toString().split(",")).map(String::strip).toList();
    }
    throw InvalidValue.expected(this, raw);
  }
}
