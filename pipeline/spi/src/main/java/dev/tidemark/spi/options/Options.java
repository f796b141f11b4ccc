// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi.options;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An ordered set of options and the rules between them: parses, validates and documents them from
 * the one declaration. Immutable; the rule methods return a copy.
 */
public final class Options {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  private final List<Option<?>> all;
  private final List<Rule> rules;
  private final Set<String> names;

  private Options(List<Option<?>> all, List<Rule> rules) {
    this.all = List.copyOf(all);
    this.rules = List.copyOf(rules);
    this.names =
        all.stream().map(Option::name).collect(Collectors.toCollection(LinkedHashSet::new));
    if (names.size() < all.size()) {
      throw new IllegalArgumentException("two options share a name among " + all);
    }
  }

  public static Options of(Option<?>... options) {
    return new Options(List.of(options), List.of());
  }

  /** At most one of these may be given. */
  public Options exclusive(Option<?>... options) {
    return with(new Rule.Exclusive(known(options)));
  }

  /** At least one of these must be given. */
  public Options anyOf(Option<?>... options) {
    return with(new Rule.AnyOf(known(options)));
  }

  /** Exactly one of these must be given. */
  public Options oneOf(Option<?>... options) {
    return with(new Rule.OneOf(known(options)));
  }

  /** Where an option is given, so must the others be. */
  public Options requires(Option<?> option, Option<?>... others) {
    return with(new Rule.Requires(known(option).get(0), known(others)));
  }

  /** All of these are given, or none. */
  public Options bundled(Option<?>... options) {
    Options result = this;
    for (Option<?> option : options) {
      result = result.requires(option, without(options, option));
    }
    return result;
  }

  /** The options in order. */
  public List<Option<?>> all() {
    return all;
  }

  /** The options' names in order. */
  public Set<String> names() {
    return Collections.unmodifiableSet(names);
  }

  /**
   * Settings from values as JSON or YAML hold them, or from texts. A null counts as not given.
   *
   * @throws SettingsException naming every problem
   */
  public Settings parse(Map<String, ? extends @Nullable Object> raw) {
    return new Parsing(this, raw).settings();
  }

  /**
   * Settings from a JSON object.
   *
   * @throws SettingsException naming every problem
   */
  public Settings parse(String json) {
    return parse(read(json));
  }

  /** A Markdown table of the options, then the rules between them. */
  public String markdownTable() {
    return OptionsText.markdown(this);
  }

  /** One line per option for a terminal, then the rules between them. */
  public List<String> help() {
    return OptionsText.help(this);
  }

  /**
   * A JSON Schema, draft 2020-12, that accepts what {@link #parse} does when written in JSON types.
   */
  public String jsonSchema() {
    return OptionsSchema.of(this).toPrettyString();
  }

  List<Rule> rules() {
    return rules;
  }

  private Options with(Rule rule) {
    return new Options(all, Stream.concat(rules.stream(), Stream.of(rule)).toList());
  }

  private List<String> known(Option<?>... options) {
    List<String> asked = Arrays.stream(options).map(Option::name).toList();
    if (!names.containsAll(asked)) {
      throw new IllegalArgumentException("a rule names an option that is none of " + names);
    }
    return asked;
  }

  private static Option<?>[] without(Option<?>[] options, Option<?> one) {
    return Arrays.stream(options).filter(option -> option != one).toArray(Option<?>[]::new);
  }

  private static Map<String, Object> read(String json) {
    try {
      return JSON.readValue(json, new TypeReference<Map<String, Object>>() {});
    } catch (JsonProcessingException malformed) {
      throw new SettingsException(List.of(new Problem("", place(malformed))));
    }
  }

  /** Where the text stops being a JSON object: its own message may repeat a secret. */
  private static String place(JsonProcessingException malformed) {
    var location = malformed.getLocation();
    String where =
        location == null
            ? ""
            : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    return "not a JSON object with each key once" + where;
  }
}
