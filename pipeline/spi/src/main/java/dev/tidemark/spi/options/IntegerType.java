// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi.options;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;

/** A whole number, both ends included. */
record IntegerType(int least, int most) implements OptionType<Integer> {
  static final IntegerType ANY = new IntegerType(Integer.MIN_VALUE, Integer.MAX_VALUE);

  IntegerType {
    if (least > most) {
      throw new IllegalArgumentException("no number lies from " + least + " to " + most);
    }
  }

  @Override
  public Integer parse(Object raw) {
    try {
      int value = new BigDecimal(raw.toString().strip()).intValueExact();
      if (value >= least && value <= most) {
        return value;
      }
    } catch (ArithmeticException | NumberFormatException notWhole) {
      throw InvalidValue.expected(this, raw);
    }
    throw InvalidValue.expected(this, raw);
  }

  @Override
  public Integer cast(Object value) {
    return (Integer) value;
  }

  @Override
  public String print(Integer value) {
    return value.toString();
  }

  @Override
  public Optional<Integer> greatest() {
    return most == Integer.MAX_VALUE ? Optional.empty() : Optional.of(most);
  }

  @Override
  public String words() {
    if (least == Integer.MIN_VALUE) {
      return most == Integer.MAX_VALUE ? "a whole number" : "a whole number up to " + most;
    }
    return most == Integer.MAX_VALUE
        ? "a whole number from " + least
        : "a whole number from " + least + " to " + most;
  }

  @Override
  public void describe(ObjectNode schema) {
    schema.put("type", "integer").put("minimum", least).put("maximum", most);
  }

  @Override
  public void describeDefault(ObjectNode schema, Integer value) {
    schema.put("default", value);
  }
}
