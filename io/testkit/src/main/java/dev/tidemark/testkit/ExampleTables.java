// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.model.Bytes;
import dev.tidemark.model.stream.Change;
import dev.tidemark.model.stream.Cursor;
import dev.tidemark.model.stream.KeyRange;
import dev.tidemark.model.stream.ReadPosition;
import dev.tidemark.model.stream.Volume;
import dev.tidemark.spi.FetchRequest;
import dev.tidemark.spi.Fetched;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A scripted snapshot of tables: what a pass does not show is gone. Names are plain ASCII. */
public final class ExampleTables extends ExampleStream {
  private final ConcurrentSkipListMap<String, Map<String, String>> tables =
      new ConcurrentSkipListMap<>();

  ExampleTables() {}

  /** Creates or alters a table. */
  public void put(String name, Map<String, String> facts) {
    tables.put(name, new TreeMap<>(facts));
  }

  /** Drops a table. */
  public void drop(String name) {
    tables.remove(name);
  }

  /** Drops every table. */
  public void clear() {
    tables.clear();
  }

  /** The tables' names, in order. */
  public List<String> names() {
    return List.copyOf(tables.keySet());
  }

  int size() {
    return tables.size();
  }

  /** The names of facts any table has. */
  Set<String> facts() {
    return tables.values().stream()
        .flatMap(facts -> facts.keySet().stream())
        .collect(Collectors.toSet());
  }

  @Override
  Fetched page(FetchRequest request, Instant now) {
    String after = after(request.position().position());
    List<Map.Entry<String, Map<String, String>>> rest =
        List.copyOf((after == null ? tables : tables.tailMap(after, false)).entrySet());
    int size = Math.min(request.maximumRecords(), rest.size());
    boolean more = size < rest.size();
    List<Change> changes = rest.subList(0, size).stream().map(ExampleTables::change).toList();
    String through = more ? changes.get(size - 1).key() : null;
    return new Fetched(
        changes,
        ReadPosition.at(cursor(through)),
        more,
        new KeyRange(after, through),
        more ? null : request.upper(),
        new Volume(1, size, 0, 1));
  }

  private static @Nullable String after(Cursor cursor) {
    JsonNode after = ExamplePlace.parse(cursor.json()).get("after");
    return after == null ? null : after.asText();
  }

  private static Cursor cursor(@Nullable String after) {
    return after == null ? Cursor.start() : new Cursor("{\"after\":\"%s\"}".formatted(after));
  }

  private static Change change(Map.Entry<String, Map<String, String>> table) {
    String facts =
        table.getValue().entrySet().stream()
            .map(fact -> "\"%s\":\"%s\"".formatted(fact.getKey(), fact.getValue()))
            .collect(Collectors.joining(",", "{", "}"));
    return Change.upsert(table.getKey(), Bytes.utf8(facts));
  }
}
