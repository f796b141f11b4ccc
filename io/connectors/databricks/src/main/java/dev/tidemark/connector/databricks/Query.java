// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.databricks;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A statement with its parameters, which are named and never part of its text.
 *
 * @param text with a marker {@code :name} for each parameter
 */
record Query(String text, List<Parameter> parameters) {
  private static final Pattern LIST = Pattern.compile("#list\\(([a-z_]+)\\)");
  private static final Pattern ANY = Pattern.compile("#any\\(([a-z_]+): (.*?)\\)#");

  /**
   * A parameter.
   *
   * @param type the SQL type its value is of
   */
  record Parameter(String name, String type, String value) {}

  Query {
    parameters = List.copyOf(parameters);
  }

  static Query of(String text) {
    return new Query(text, List.of());
  }

  Query with(String name, String value) {
    return with(new Parameter(name, "STRING", value));
  }

  Query with(String name, long value) {
    return with(new Parameter(name, "BIGINT", Long.toString(value)));
  }

  /**
   * Puts parameters in place of each {@code #list(name)}, one for each text of the list, and a
   * condition for each in place of {@code #any(name: condition of ?)#}.
   */
  Query withLists(Function<String, List<String>> lists) {
    List<Parameter> all = new ArrayList<>(parameters);
    String filled =
        LIST.matcher(text)
            .replaceAll(
                list ->
                    Matcher.quoteReplacement(
                        String.join(", ", markers(list.group(1), lists, all))));
    String whole =
        ANY.matcher(filled)
            .replaceAll(
                any ->
                    Matcher.quoteReplacement(
                        markers(any.group(1), lists, all).stream()
                            .map(marker -> any.group(2).replace("?", marker))
                            .collect(Collectors.joining(" OR ", "(", ")"))));
    return new Query(whole, all);
  }

  /** Those parameters that the text has a marker for, as the interface takes them. */
  ArrayNode json() {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    parameters.stream()
        .filter(it -> Pattern.compile(":" + it.name() + "\\b").matcher(text).find())
        .distinct()
        .forEach(
            it ->
                array
                    .addObject()
                    .put("name", it.name())
                    .put("type", it.type())
                    .put("value", it.value()));
    return array;
  }

  private static List<String> markers(
      String name, Function<String, List<String>> lists, List<Parameter> all) {
    List<String> markers = new ArrayList<>();
    for (String value : lists.apply(name)) {
      String parameter = name + "_" + markers.size();
      all.add(new Parameter(parameter, "STRING", value));
      markers.add(":" + parameter);
    }
    return markers.isEmpty() ? List.of("NULL") : markers;
  }

  private Query with(Parameter parameter) {
    List<Parameter> all = new ArrayList<>(parameters);
    all.add(parameter);
    return new Query(text, all);
  }
}
