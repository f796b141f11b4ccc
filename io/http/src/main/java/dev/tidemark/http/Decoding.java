// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Undoes the content encodings that were asked for. */
final class Decoding {
  static final String ACCEPTED = "gzip, deflate";

  private Decoding() {}

  static InputStream of(Head head, InputStream wire) throws IOException {
    PushbackInputStream peekable = new PushbackInputStream(wire, 2);
    String encoding = head.header("Content-Encoding").orElse("identity").strip();
    int first = peekable.read();
    if (first < 0) {
      return peekable;
    }
    peekable.unread(first);
    return switch (encoding.toLowerCase(Locale.ROOT)) {
      case "gzip", "x-gzip" -> new GZIPInputStream(peekable, 8192);
      case "deflate" -> inflating(peekable, first);
      case "identity", "" -> peekable;
      default -> throw new UnreadableException("a body in an encoding that was not asked for");
    };
  }

  /** The standard means a zlib header; some servers leave it out. */
  private static InputStream inflating(InputStream in, int first) {
    boolean headed = (first & 0x0f) == 8;
    return new InflaterInputStream(in, new Inflater(!headed), 8192);
  }
}
