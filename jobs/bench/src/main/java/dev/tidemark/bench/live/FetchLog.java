// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.live;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** When streams of a real source were read in this JVM. Safe for use by several threads. */
public final class FetchLog {
  private static final Queue<Fetch> FETCHES = new ConcurrentLinkedQueue<>();

  private FetchLog() {}

  /** One call of the connector. */
  public record Fetch(String stream, Instant begun, Instant ended) {
    private static final String SEPARATOR = ";";

    String text() {
      return stream + SEPARATOR + micros(begun) + SEPARATOR + micros(ended);
    }

    private static long micros(Instant instant) {
      return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private static Fetch parse(String text) {
      String[] parts = text.split(SEPARATOR);
      return new Fetch(parts[0], instant(parts[1]), instant(parts[2]));
    }

    private static Instant instant(String micros) {
      return Instant.EPOCH.plus(Long.parseLong(micros), ChronoUnit.MICROS);
    }
  }

  static void note(Fetch fetch) {
    FETCHES.add(fetch);
  }

  static List<Fetch> all() {
    return List.copyOf(FETCHES);
  }

  static List<Fetch> parse(String texts) {
    return texts.isEmpty() ? List.of() : Arrays.stream(texts.split(",")).map(Fetch::parse).toList();
  }
}
