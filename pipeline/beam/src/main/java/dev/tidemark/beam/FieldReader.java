// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.beam;

import dev.tidemark.model.Bytes;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link FieldWriter} wrote. What cannot be true is an {@link IllegalArgumentException};
 * a length is never believed before its bytes have come. Not safe for use by several threads.
 */
final class FieldReader {
  private static final int CHUNK = 1 << 20;

  private final InputStream in;
  private final int version;
  private final List<String> words = new ArrayList<>();

  FieldReader(InputStream in, int version) {
    this.in = in;
    this.version = version;
  }

  /** The layout that is being read. */
  int version() {
    return version;
  }

  /** Reads one item of a collection or an optional field. */
  interface Item<T> {
    T read(FieldReader in) throws IOException;
  }

  long number() throws IOException {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int next = next();
      value |= (long) (next & 0x7F) << shift;
      if ((next & 0x80) == 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("a number does not end");
  }

  long signed() throws IOException {
    long value = number();
    return (value >>> 1) ^ -(value & 1);
  }

  double real() throws IOException {
    return Double.longBitsToDouble(fixed());
  }

  String text() throws IOException {
    return new String(content(), StandardCharsets.UTF_8);
  }

  String word() throws IOException {
    int known = count();
    if (known > words.size()) {
      throw new IllegalArgumentException("word " + known + " of " + words.size());
    }
    if (known == 0) {
      words.add(text());
      return words.get(words.size() - 1);
    }
    return words.get(known - 1);
  }

  Bytes bytes() throws IOException {
    return Bytes.wrap(content());
  }

  Instant instant() throws IOException {
    return Instant.ofEpochSecond(signed(), number());
  }

  Duration duration() throws IOException {
    return Duration.ofSeconds(signed(), number());
  }

  UUID uuid() throws IOException {
    return new UUID(fixed(), fixed());
  }

  /** One of an enum's values, by name. */
  <E extends Enum<E>> E choice(Class<E> type) throws IOException {
    return Enum.valueOf(type, word());
  }

  boolean flag() throws IOException {
    int value = next();
    if (value > 1) {
      throw new IllegalArgumentException("a flag is 0 or 1, not " + value);
    }
    return value == 1;
  }

  <T> @Nullable T optional(Item<T> item) throws IOException {
    return flag() ? item.read(this) : null;
  }

  <T> List<T> all(Item<T> item) throws IOException {
    int count = count();
    List<T> values = new ArrayList<>(Math.min(count, 1024));
    for (int i = 0; i < count; i++) {
      values.add(item.read(this));
    }
    return values;
  }

  int count() throws IOException {
    long count = number();
    if (count < 0 || count > Integer.MAX_VALUE - 16) {
      throw new IllegalArgumentException("a length of " + count);
    }
    return (int) count;
  }

  private byte[] content() throws IOException {
    int length = count();
    byte[] content = length > CHUNK ? in.readNBytes(length) : small(length);
    if (content.length < length) {
      throw new EOFException();
    }
    return content;
  }

  private byte[] small(int length) throws IOException {
    byte[] content = new byte[length];
    int read = in.readNBytes(content, 0, length);
    if (read < length) {
      throw new EOFException();
    }
    return content;
  }

  private int next() throws IOException {
    int next = in.read();
    if (next < 0) {
      throw new EOFException();
    }
    return next;
  }

  private long fixed() throws IOException {
    long value = 0;
    for (int i = 0; i < 8; i++) {
      value = (value << 8) | next();
    }
    return value;
  }
}
