// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.stream.Stream;

/** Server-sent events as they come in. */
final class Hearing implements AutoCloseable {
  private final Stream<String> stream;
  private final Iterator<String> lines;

  Hearing(Stream<String> stream) {
    this.stream = stream;
    this.lines = stream.iterator();
  }

  /** An event. */
  record Heard(String id, String name, JsonNode data) {}

  /** The next event of that name; waits as long as it takes. */
  Heard next(String name) {
    Heard heard = next();
    while (!heard.name().equals(name)) {
      heard = next();
    }
    return heard;
  }

  private Heard next() {
    String id = field("id");
    String name = field("event");
    return new Heard(id, name, ApiDocument.json(field("data")));
  }

  private String field(String name) {
    String line = lines.next();
    while (!line.startsWith(name + ": ")) {
      line = lines.next();
    }
    return line.substring(name.length() + 2);
  }

  /** Whether it ends by itself; waits until it does. */
  boolean ends() {
    while (lines.hasNext()) {
      lines.next();
    }
    return true;
  }

  @Override
  public void close() {
    stream.close();
  }
}
