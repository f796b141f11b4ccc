// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.beam;

import dev.tidemark.model.Stratum;
import dev.tidemark.model.stream.Reading;
import dev.tidemark.model.stream.SeriesKey;
import dev.tidemark.model.window.Attributes;
import dev.tidemark.model.window.Grain;
import dev.tidemark.model.window.Partial;
import dev.tidemark.model.window.WindowChange;
import dev.tidemark.model.window.WindowKey;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How windows and counters travel. */
final class WindowFields {
  /** Any order will do as long as equal maps get the same one. */
  private static final Comparator<Map.Entry<WindowKey, Partial>> ORDER =
      Map.Entry.comparingByKey(
          Comparator.comparing(WindowKey::metric)
              .thenComparing(WindowKey::start)
              .thenComparing(WindowKey::grain)
              .thenComparing(WindowKey::attributes)
              .thenComparing(WindowKey::stratum));

  private WindowFields() {}

  static void words(SortedMap<String, String> words, FieldWriter out) throws IOException {
    out.number(words.size());
    for (Map.Entry<String, String> entry : words.entrySet()) {
      out.word(entry.getKey());
      out.word(entry.getValue());
    }
  }

  static SortedMap<String, String> words(FieldReader in) throws IOException {
    return words(in.count(), in);
  }

  private static SortedMap<String, String> words(int count, FieldReader in) throws IOException {
    SortedMap<String, String> words = new TreeMap<>();
    for (int left = count; left > 0; left--) {
      words.put(in.word(), in.word());
    }
    return words;
  }

  static void stratum(Stratum stratum, FieldWriter out) throws IOException {
    out.word(stratum.urn());
  }

  static Stratum stratum(FieldReader in) throws IOException {
    return new Stratum(in.word());
  }

  static void attributes(Attributes attributes, FieldWriter out) throws IOException {
    out.number(attributes.size());
    for (int place = 0; place < attributes.size(); place++) {
      out.word(attributes.name(place));
      out.word(attributes.value(place));
    }
  }

  static Attributes attributes(FieldReader in) throws IOException {
    int count = in.count();
    return count == 1 ? Attributes.of(in.word(), in.word()) : Attributes.of(words(count, in));
  }

  static void key(WindowKey key, FieldWriter out) throws IOException {
    stratum(key.stratum(), out);
    out.word(key.metric());
    attributes(key.attributes(), out);
    out.choice(key.grain());
    out.instant(key.start());
  }

  static WindowKey key(FieldReader in) throws IOException {
    return new WindowKey(
        stratum(in), in.word(), attributes(in), in.choice(Grain.class), in.instant());
  }

  static void partial(Partial partial, FieldWriter out) throws IOException {
    out.number(partial.count());
    out.real(partial.sum());
    out.real(partial.denominator());
    out.real(partial.last());
    out.signed(partial.lastRevision());
    out.instant(partial.earliest());
    out.instant(partial.latest());
    out.bytes(partial.sketch());
  }

  static Partial partial(FieldReader in) throws IOException {
    return new Partial(
        in.number(),
        in.real(),
        in.real(),
        in.real(),
        in.signed(),
        in.instant(),
        in.instant(),
        in.bytes());
  }

  static void partials(Map<WindowKey, Partial> partials, FieldWriter out) throws IOException {
    List<Map.Entry<WindowKey, Partial>> sorted =
        partials.entrySet().stream().sorted(ORDER).toList();
    out.number(sorted.size());
    for (Map.Entry<WindowKey, Partial> entry : sorted) {
      key(entry.getKey(), out);
      partial(entry.getValue(), out);
    }
  }

  static Map<WindowKey, Partial> partials(FieldReader in) throws IOException {
    Map<WindowKey, Partial> partials = new HashMap<>();
    for (int left = in.count(); left > 0; left--) {
      partials.put(key(in), partial(in));
    }
    return partials;
  }

  static void change(WindowChange change, FieldWriter out) throws IOException {
    key(change.key(), out);
    partial(change.settled(), out);
    partial(change.tail(), out);
  }

  static WindowChange change(FieldReader in) throws IOException {
    return new WindowChange(key(in), partial(in), partial(in));
  }

  static void reading(Reading reading, FieldWriter out) throws IOException {
    series(reading.series(), out);
    out.real(reading.value());
    out.instant(reading.start());
    out.instant(reading.at());
    out.instant(reading.movedAt());
  }

  static Reading reading(FieldReader in) throws IOException {
    return new Reading(series(in), in.real(), in.instant(), in.instant(), in.instant());
  }

  private static void series(SeriesKey series, FieldWriter out) throws IOException {
    stratum(series.stratum(), out);
    out.word(series.metric());
    out.text(series.subject());
    attributes(series.attributes(), out);
  }

  private static SeriesKey series(FieldReader in) throws IOException {
    return new SeriesKey(stratum(in), in.word(), in.text(), attributes(in));
  }
}
