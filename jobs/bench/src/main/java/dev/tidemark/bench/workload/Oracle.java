// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a workload must come to, found out slowly and with nothing of what is measured: records read
 * as trees, added up in sorted maps and unbounded numbers. Streams that show the same pages come to
 * the same.
 */
public final class Oracle {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Workload workload;
  private final List<Map<String, Whole>> variants = new ArrayList<>();
  private long partials;

  private Oracle(Workload workload) {
    this.workload = workload;
  }

  /** What one pipeline and day come to. */
  private record Whole(long records, BigInteger errors) {
    Whole plus(Whole other) {
      return new Whole(records + other.records, errors.add(other.errors));
    }
  }

  /** Reads everything once. */
  public static Oracle of(Workload workload, PageFile pages) {
    Oracle oracle = new Oracle(workload);
    for (int variant = 0; variant < workload.variants(); variant++) {
      Map<String, Whole> wholes = new TreeMap<>();
      for (int page = 0; page < workload.pages(); page++) {
        oracle.read(pages, variant, page, wholes);
      }
      oracle.variants.add(wholes);
    }
    return oracle;
  }

  private void read(PageFile pages, int variant, int page, Map<String, Whole> wholes) {
    Set<String> windows = new HashSet<>();
    for (int number = 0; number < workload.records(); number++) {
      JsonNode record = tree(pages.record(variant, page, number));
      String window = record.get("pipeline").asText() + "|" + day(record.get("at").asLong());
      windows.add(window);
      BigInteger errors = record.get("errors").bigIntegerValue();
      wholes.merge(window, new Whole(1, errors), Whole::plus);
    }
    partials += windows.size();
  }

  private static JsonNode tree(byte[] json) {
    try {
      return JSON.readTree(json);
    } catch (IOException failure) {
      throw new UncheckedIOException("a record that was made for this is no JSON", failure);
    }
  }

  private static String day(long seconds) {
    return Instant.ofEpochSecond(seconds).atZone(ZoneOffset.UTC).toLocalDate().toString();
  }

  /** How many records go into one partial aggregate when pages are folded by themselves. */
  public double reductionFactor() {
    return (double) workload.variants() * workload.pages() * workload.records() / partials;
  }

  /** The rows of the final table, in order: stream, pipeline, day, records, errors. */
  public List<String> rows() {
    List<String> rows = new ArrayList<>();
    for (int stream = 0; stream < workload.streams(); stream++) {
      String name = Workload.connector(stream);
      variants
          .get(stream % workload.variants())
          .forEach(
              (window, whole) ->
                  rows.add(name + "|" + window + "|" + whole.records() + "|" + whole.errors()));
    }
    rows.sort(null);
    return rows;
  }
}
