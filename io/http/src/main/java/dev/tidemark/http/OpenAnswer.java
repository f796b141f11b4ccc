// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** An answer whose body has yet to be read. Used by one thread. */
final class OpenAnswer implements AutoCloseable {
  private static final int MOST_OF_A_FAILURE = 64 * 1024;

  private final String label;
  private final Head head;
  private final BodyStream wire;
  private final Runnable ending;
  private final HttpService service;

  OpenAnswer(String label, Head head, BodyStream wire, Runnable ending, HttpService service) {
    this.label = label;
    this.head = head;
    this.wire = wire;
    this.ending = ending;
    this.service = service;
  }

  Head head() {
    return head;
  }

  /** Reads the body and what the reader left of it: only a whole body is one. */
  <T> T read(BodyReader<T> reader) {
    try {
      InputStream body = decoded(service.endpoint().limits().answerBytes());
      T result = reader.read(head, body);
      body.transferTo(OutputStream.nullOutputStream());
      wire.transferTo(OutputStream.nullOutputStream());
      return result;
    } catch (IOException failure) {
      throw broken(failure);
    }
  }

  /** The body as the error it describes; a broken body is no reason to hide the status. */
  ConnectorException failure(Dialect dialect) {
    return dialect.failure(label, head, beginning());
  }

  /** Passes over a body nobody needs, if it is short, so that the connection can be used again. */
  void discard() {
    beginning();
    close();
  }

  @Override
  public void close() {
    ending.run();
    service.ended(ending);
  }

  private ConnectorException broken(IOException failure) {
    if (service.isClosed()) {
      return ConnectorException.of(Category.TRANSIENT, label + ": the connector was closed");
    }
    return Thread.currentThread().isInterrupted()
        ? Faults.interrupted("reading " + label)
        : Faults.reading(label, failure);
  }

  private InputStream decoded(long most) throws IOException {
    return new BoundedStream(Decoding.of(head, wire), most);
  }

  private String beginning() {
    try {
      byte[] bytes = Decoding.of(head, wire).readNBytes(MOST_OF_A_FAILURE);
      wire.readNBytes(1);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException broken) {
      return "";
    }
  }
}
