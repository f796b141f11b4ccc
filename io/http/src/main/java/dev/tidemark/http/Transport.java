// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The one HTTP client all connectors of this JVM share: a few threads whatever their number, and
 * connections kept alive. There while anybody uses it; the last to leave ends its threads.
 */
final class Transport {
  private static final int THREADS = 8;
  private static final int LOOKUPS = 4;
  private static final long MEMORY_BYTES = 32 << 20;
  private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(10);

  private static @Nullable Transport shared;
  private static int users;

  private final AnswerMemory memory = new AnswerMemory(MEMORY_BYTES);
  private final ThreadGroup group = new ThreadGroup("tidemark-http");
  private final ThreadPoolExecutor threads = threads("tidemark-http", THREADS);
  private final ThreadPoolExecutor lookups = threads("tidemark-http-names", LOOKUPS);
  private final HttpClient client = built();

  private Transport() {}

  /** Joins the users of the shared client. */
  static synchronized Transport join() {
    Silence.requireOfProperties();
    if (shared == null) {
      shared = new Transport();
    }
    users++;
    return shared;
  }

  /** Leaves; to be called once for each joining. */
  static synchronized void leave() {
    users--;
    if (users == 0 && shared != null) {
      shared.end();
      shared = null;
    }
  }

  HttpClient client() {
    return client;
  }

  AnswerMemory memory() {
    return memory;
  }

  /** All addresses of a host, looked up on another thread as that cannot be interrupted. */
  Future<InetAddress[]> addresses(String host) {
    return lookups.submit(() -> InetAddress.getAllByName(host));
  }

  /** Made by a thread of the group, so that the client's own thread belongs to it as well. */
  private HttpClient built() {
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(Version.HTTP_2)
            .followRedirects(Redirect.NEVER)
            .connectTimeout(CONNECT_PATIENCE)
            .executor(threads);
    try {
      return threads.submit(builder::build).get();
    } catch (InterruptedException interruption) {
      end();
      throw Faults.interrupted("starting the HTTP client");
    } catch (ExecutionException failure) {
      throw new IllegalStateException("the HTTP client does not start", failure);
    }
  }

  private void end() {
    threads.shutdownNow();
    lookups.shutdownNow();
    group.interrupt();
  }

  private ThreadPoolExecutor threads(String name, int count) {
    AtomicInteger numbers = new AtomicInteger();
    ThreadPoolExecutor executor =
        new ThreadPoolExecutor(
            count,
            count,
            5,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> thread(work, name + "-" + numbers.incrementAndGet()));
    executor.allowCoreThreadTimeOut(true);
    return executor;
  }

  private Thread thread(Runnable work, String name) {
    Thread thread = new Thread(group, work, name);
    thread.setDaemon(true);
    return thread;
  }
}
