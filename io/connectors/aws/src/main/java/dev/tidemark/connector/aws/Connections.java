// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import dev.tidemark.authoring.Calls;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
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

  private final SdkHttpClient http;
  private final Map<Thread, ExecutableHttpRequest> waiting = new ConcurrentHashMap<>();

  Connections(Duration timeout) {
    WireLog.silence();
    Duration connect = timeout.compareTo(LONGEST_CONNECT) < 0 ? timeout : LONGEST_CONNECT;
    this.http =
        UrlConnectionHttpClient.builder().connectionTimeout(connect).socketTimeout(timeout).build();
  }

  @Override
  public void abort(Thread thread) {
    abort(waiting.get(thread));
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
    waiting.values().forEach(Connections::abort);
    http.close();
  }

  private static void abort(@Nullable ExecutableHttpRequest request) {
    if (request != null) {
      request.abort();
    }
  }

  private final class Abortable implements ExecutableHttpRequest {
    private final ExecutableHttpRequest request;

    Abortable(ExecutableHttpRequest request) {
      this.request = request;
    }

    @Override
    public HttpExecuteResponse call() throws IOException {
      waiting.put(Thread.currentThread(), request);
      return request.call();
    }

    @Override
    public void abort() {
      request.abort();
    }
  }
}
