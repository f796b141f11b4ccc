// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import dev.tidemark.authoring.Calls;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * The JDK's HTTP connections, with a way to break off the request a thread waits for: they
 * themselves do not notice interruption. Redirects are not followed. Safe for use by several
 * threads.
 */
final class Connections implements SdkHttpClient, Calls.Lines {
  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(5);

  /** For a request that was broken off to end; with all tries well within two seconds. */
  private static final Duration PATIENCE = Duration.ofMillis(100);

  private static final int MOST_TRIES = 10;

  private final SdkHttpClient http;
  private final Map<Thread, Abortable> waiting = new ConcurrentHashMap<>();
  private final Map<Thread, Runnable> others = new ConcurrentHashMap<>();

  Connections(Duration timeout) {
    WireLog.silence();
    Duration connect = timeout.compareTo(LONGEST_CONNECT) < 0 ? timeout : LONGEST_CONNECT;
    this.http =
        UrlConnectionHttpClient.builder().connectionTimeout(connect).socketTimeout(timeout).build();
  }

  /** Work that waits for something else than a request. */
  interface Wait<T, E extends Exception> {
    T get() throws E;
  }

  /**
   * Does work of this thread that waits for something else than a request.
   *
   * @param wayOut ends that wait, from another thread
   */
  <T, E extends Exception> T breaking(Runnable wayOut, Wait<T, E> work) throws E {
    others.put(Thread.currentThread(), wayOut);
    try {
      return work.get();
    } finally {
      others.remove(Thread.currentThread());
    }
  }

  @Override
  public void abort(Thread thread) {
    Runnable other = others.remove(thread);
    if (other != null) {
      other.run();
    }
    Abortable request = waiting.get(thread);
    if (request != null) {
      request.breakOff();
    }
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new Abortable(http.prepareRequest(request));
  }

  @Override
  public String clientName() {
    return http.clientName();
  }

  @Override
  public void close() {
    waiting.values().forEach(Abortable::breakOff);
    others.values().forEach(Runnable::run);
    http.close();
  }

  private final class Abortable implements ExecutableHttpRequest {
    private final ExecutableHttpRequest request;
    private final CountDownLatch answered = new CountDownLatch(1);

    Abortable(ExecutableHttpRequest request) {
      this.request = request;
    }

    @Override
    public HttpExecuteResponse call() throws IOException {
      waiting.put(Thread.currentThread(), this);
      try {
        return request.call();
      } finally {
        answered.countDown();
      }
    }

    /** Again until it shows: what disconnects while the JDK begins to read is often lost. */
    void breakOff() {
      boolean over = false;
      for (int tries = 0; !over && tries < MOST_TRIES; tries++) {
        abort();
        over = hasEnded();
      }
    }

    private boolean hasEnded() {
      try {
        return answered.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException again) {
        Thread.currentThread().interrupt();
        return true;
      }
    }

    @Override
    public void abort() {
      request.abort();
    }
  }
}
