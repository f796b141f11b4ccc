// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.azure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs of pipelines by factory and the time they were last updated. For several threads. */
final class Runs {
  private final Map<String, TreeMap<String, ObjectNode>> factories = new HashMap<>();
  private @Nullable Filling filling;

  /** Many runs a millisecond apart, which are made when they are asked for. */
  private record Filling(String factory, Instant first, long count, LongFunction<ObjectNode> run) {
    Stream<ObjectNode> between(Instant from, Instant to) {
      long begin = Math.max(0, first.until(from, ChronoUnit.MILLIS));
      long end = Math.min(count - 1, first.until(to, ChronoUnit.MILLIS));
      return LongStream.rangeClosed(begin, end).mapToObj(number -> run.apply(begin + end - number));
    }
  }

  synchronized void put(String factory, ObjectNode run) {
    TreeMap<String, ObjectNode> known =
        factories.computeIfAbsent(key(factory), it -> new TreeMap<>());
    known.values().removeIf(it -> it.path("runId").equals(run.path("runId")));
    known.put(run.path("lastUpdated").asText() + run.path("runId").asText(), run);
  }

  synchronized void fill(String factory, Instant first, long count, LongFunction<ObjectNode> run) {
    filling = new Filling(key(factory), first, count, run);
  }

  /** The newest come first, as nobody has promised otherwise. */
  synchronized Stream<ObjectNode> between(String factory, Instant from, Instant to) {
    TreeMap<String, ObjectNode> known = factories.getOrDefault(key(factory), new TreeMap<>());
    Stream<ObjectNode> some =
        known
            .subMap(AzureTime.text(from), true, AzureTime.text(to) + "~", true)
            .descendingMap()
            .values()
            .stream()
            .map(ObjectNode::deepCopy)
            .toList()
            .stream();
    Filling many = filling;
    return many == null || !many.factory().equals(key(factory))
        ? some
        : Stream.concat(some, many.between(from, to));
  }

  synchronized void clear() {
    factories.clear();
    filling = null;
  }

  private static String key(String factory) {
    return factory.toLowerCase(Locale.ROOT);
  }
}
