// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import dev.tidemark.model.Bytes;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What to take out of a JSON document while it streams by: fields, and the elements of arrays, both
 * named by JSON pointers ({@code /value}, {@code /result/data_array}, or empty for the document
 * itself). All else is skipped. Immutable; each method returns a copy.
 */
public final class JsonShape {
  private final Set<String> fields;
  private final Map<String, Consumer<Bytes>> arrays;

  private JsonShape(Set<String> fields, Map<String, Consumer<Bytes>> arrays) {
    this.fields = fields;
    this.arrays = arrays;
  }

  /** Takes fields, each kept in memory: of any type, at most as large as a record may be. */
  public static JsonShape fields(String... pointers) {
    return new JsonShape(Set.of(), Map.of()).and(pointers);
  }

  /** Hands over each element of an array as its own JSON text, exactly as received, in order. */
  public static JsonShape each(String pointer, Consumer<Bytes> element) {
    return fields().andEach(pointer, element);
  }

  /** Takes fields as well. */
  public JsonShape and(String... pointers) {
    Set<String> all = new TreeSet<>(fields);
    Arrays.stream(pointers).map(JsonShape::valid).forEach(all::add);
    return new JsonShape(all, arrays);
  }

  /** Hands over the elements of an array as well. */
  public JsonShape andEach(String pointer, Consumer<Bytes> element) {
    Map<String, Consumer<Bytes>> all = new TreeMap<>(arrays);
    all.put(valid(pointer), element);
    return new JsonShape(fields, all);
  }

  boolean hasField(String pointer) {
    return fields.contains(pointer);
  }

  Optional<Consumer<Bytes>> array(String pointer) {
    return Optional.ofNullable(arrays.get(pointer));
  }

  /** Whether anything that is asked for lies below. */
  boolean leadsOn(String pointer) {
    return Stream.concat(fields.stream(), arrays.keySet().stream())
        .anyMatch(asked -> asked.startsWith(pointer + "/"));
  }

  private static String valid(String pointer) {
    if (!pointer.isEmpty() && !pointer.startsWith("/")) {
      throw new IllegalArgumentException("a JSON pointer starts with a slash, not " + pointer);
    }
    return pointer;
  }
}
