// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi.options;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One reading of raw values: collects values and every problem. Used once, by one thread. */
final class Parsing {
  private final Options options;
  private final Map<String, @Nullable Object> raw;
  private final Map<String, Object> values = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  Parsing(Options options, Map<String, ?> raw) {
    this.options = options;
    this.raw = new LinkedHashMap<>(raw);
  }

  Settings settings() {
    options.all().forEach(this::read);
    raw.keySet().stream().filter(key -> !options.names().contains(key)).forEach(this::unknown);
    Set<String> given = given();
    for (Rule rule : options.rules()) {
      rule.problem(given).ifPresent(message -> problems.add(new Problem("", message)));
    }
    if (!problems.isEmpty()) {
      throw new SettingsException(problems);
    }
    return new Settings(options, values);
  }

  private void read(Option<?> option) {
    Object value = raw.get(option.name());
    if (value == null) {
      requireOptional(option);
      return;
    }
    try {
      values.put(option.name(), option.type().parse(value));
    } catch (InvalidValue invalid) {
      problems.add(new Problem(option.name(), String.valueOf(invalid.getMessage())));
    }
  }

  private void requireOptional(Option<?> option) {
    if (option.isRequired()) {
      problems.add(new Problem(option.name(), "is required: " + option.typeWords() + hint(option)));
    }
  }

  private static String hint(Option<?> option) {
    return option.description().isEmpty() ? "" : " (" + option.description() + ")";
  }

  private void unknown(String key) {
    String remedy =
        Suggestion.of(key, options.names())
            .map(name -> "; did you mean " + name + "?")
            .orElseGet(() -> "; there are " + String.join(", ", options.names()));
    problems.add(new Problem(key, "is not an option" + remedy));
  }

  private Set<String> given() {
    Set<String> given = new LinkedHashSet<>();
    raw.forEach((key, value) -> addGiven(given, key, value));
    return given;
  }

  private static void addGiven(Set<String> given, String key, @Nullable Object value) {
    if (value != null) {
      given.add(key);
    }
  }
}
