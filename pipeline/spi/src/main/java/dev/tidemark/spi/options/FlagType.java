// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi.options;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** Yes or no. */
record FlagType() implements OptionType<Boolean> {
  @Override
  public Boolean parse(Object raw) {
    return switch (raw.toString().strip().toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw InvalidValue.expected(this, raw);
    };
  }

  @Override
  public Boolean cast(Object value) {
    return (Boolean) value;
  }

  @Override
  public String print(Boolean value) {
    return value.toString();
  }

  @Override
  public String words() {
    return "true or false";
  }

  @Override
  public void describe(ObjectNode schema) {
    schema.put("type", "boolean");
  }

  @Override
  public void describeDefault(ObjectNode schema, Boolean value) {
    schema.put("default", value);
  }
}
