// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.beam;

import dev.tidemark.model.Bytes;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes the fields of one value. Whole numbers are variable-length, words that repeat within the
 * value are written once. Not safe for use by several threads.
 */
final class FieldWriter {
  private final OutputStream out;
  private final Map<String, Integer> words = new HashMap<>();

  FieldWriter(OutputStream out) {
    this.out = out;
  }

  /** Writes one item of a collection or an optional field. */
  interface Item<T> {
    void write(T value, FieldWriter out) throws IOException;
  }

  /** A whole number that is rarely negative. */
  void number(long value) throws IOException {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      out.write((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  /** A whole number of either sign. */
  void signed(long value) throws IOException {
    number((value << 1) ^ (value >> 63));
  }

  void real(double value) throws IOException {
    fixed(Double.doubleToLongBits(value));
  }

  void text(String value) throws IOException {
    bytes(value.getBytes(StandardCharsets.UTF_8));
  }

  /** A text that is likely to come again within this value. */
  void word(String value) throws IOException {
    Integer known = words.putIfAbsent(value, words.size() + 1);
    number(known == null ? 0 : known);
    if (known == null) {
      text(value);
    }
  }

  void bytes(Bytes value) throws IOException {
    bytes(value.array());
  }

  void instant(Instant value) throws IOException {
    signed(value.getEpochSecond());
    number(value.getNano());
  }

  void duration(Duration value) throws IOException {
    signed(value.getSeconds());
    number(value.getNano());
  }

  void uuid(UUID value) throws IOException {
    fixed(value.getMostSignificantBits());
    fixed(value.getLeastSignificantBits());
  }

  /** One of an enum's values, by name: their order may change, their names may not. */
  void choice(Enum<?> value) throws IOException {
    word(value.name());
  }

  void flag(boolean value) throws IOException {
    out.write(value ? 1 : 0);
  }

  <T> void optional(@Nullable T value, Item<T> item) throws IOException {
    flag(value != null);
    if (value != null) {
      item.write(value, this);
    }
  }

  <T> void all(Collection<T> values, Item<T> item) throws IOException {
    number(values.size());
    for (T value : values) {
      item.write(value, this);
    }
  }

  private void bytes(byte[] value) throws IOException {
    number(value.length);
    out.write(value);
  }

  private void fixed(long value) throws IOException {
    for (int shift = 56; shift >= 0; shift -= 8) {
      out.write((int) (value >>> shift) & 0xFF);
    }
  }
}
