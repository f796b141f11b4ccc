// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One account reached over HTTP. Lazy: nothing is sent before the first call. Safe for use by
 * several threads; it holds no thread of its own.
 */
public final class HttpService implements AutoCloseable {
  private final Endpoint endpoint;
  private final Set<Runnable> underway = ConcurrentHashMap.newKeySet();
  private @Nullable Transport transport;
  private boolean closed;

  HttpService(Endpoint endpoint) {
    this.endpoint = endpoint;
  }

  /** Begins the calls of one fetch, which are accounted for together. */
  public Conversation converse() {
    return new Conversation(this);
  }

  public Endpoint endpoint() {
    return endpoint;
  }

  /** Ends what is under way; later calls fail. */
  @Override
  public void close() {
    synchronized (this) {
      if (!closed && transport != null) {
        transport.memory().forget(this);
        Transport.leave();
      }
      closed = true;
      transport = null;
    }
    underway.forEach(Runnable::run);
  }

  synchronized Transport transport() {
    if (closed) {
      throw ConnectorException.of(
          Category.TRANSIENT, "the connection to " + endpoint.origin() + " was closed");
    }
    if (transport == null) {
      transport = Transport.join();
    }
    return transport;
  }

  synchronized boolean isClosed() {
    return closed;
  }

  /** Remembers how to end something that is under way. */
  void began(Runnable ending) {
    underway.add(ending);
    if (isClosed()) {
      ending.run();
    }
  }

  void ended(Runnable ending) {
    underway.remove(ending);
  }
}
