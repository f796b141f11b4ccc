// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi.options;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A length of time such as {@code 30s} or {@code PT30S}, both ends included. */
record DurationType(Duration least, Duration most) implements OptionType<Duration> {
  static final DurationType ANY = new DurationType(Duration.ZERO, Duration.ofDays(36_500));
  private static final Pattern SHORT = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
  private static final Map<String, Duration> UNITS = units();

  @Override
  public Duration parse(Object raw) {
    Duration value = read(raw);
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw InvalidValue.expected(this, raw);
    }
    return value;
  }

  @Override
  public Duration cast(Object value) {
    return (Duration) value;
  }

  @Override
  public String print(Duration value) {
    for (Map.Entry<String, Duration> unit : UNITS.entrySet()) {
      long count = value.dividedBy(unit.getValue());
      if (count > 0 && unit.getValue().multipliedBy(count).equals(value)) {
        return count + unit.getKey();
      }
    }
    return value.isZero() ? "0s" : value.toString();
  }

  @Override
  public Optional<Duration> greatest() {
    return equals(ANY) ? Optional.empty() : Optional.of(most);
  }

  @Override
  public String words() {
    String form = "a duration such as 30s, 5m or 1h";
    return equals(ANY) ? form : form + ", from " + print(least) + " to " + print(most);
  }

  @Override
  public void describe(ObjectNode schema) {
    schema
        .put("type", "string")
        .put("pattern", "^(?:[0-9]{1,9}(?:ms|s|m|h|d)|P[0-9DTHMS.]+)$")
        .put("title", words());
  }

  private Duration read(Object raw) {
    String text = raw.toString().strip();
    Matcher parts = SHORT.matcher(text);
    try {
      return parts.matches()
          ? unit(parts.group(2)).multipliedBy(Long.parseLong(parts.group(1)))
          : Duration.parse(text);
    } catch (DateTimeParseException notDuration) {
      throw InvalidValue.expected(this, raw);
    }
  }

  private static Duration unit(String name) {
    return UNITS.getOrDefault(name, Duration.ZERO);
  }

  private static Map<String, Duration> units() {
    Map<String, Duration> units = new LinkedHashMap<>();
    units.put("d", Duration.ofDays(1));
    units.put("h", Duration.ofHours(1));
    units.put("m", Duration.ofMinutes(1));
    units.put("s", Duration.ofSeconds(1));
    units.put("ms", Duration.ofMillis(1));
    return units;
  }
}
