// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.fake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tidemark.testkit.VirtualClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A server of HTTP on a free port of the loopback address. Gates and routes are asked in the order
 * they were added; what goes wrong is decided last, so that it hits refusals as well. Safe for use
 * by several threads.
 */
public final class FakeServer implements AutoCloseable {
  private static final AtomicLong NAMES = new AtomicLong();

  static {
    // Without it the JDK's server waits 40 ms for more to send with every small answer.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final InstantSource clock;
  private final HttpServer server;
  private final ExecutorService threads;
  private final List<Gate> gates = new CopyOnWriteArrayList<>();
  private final List<Route> routes = new CopyOnWriteArrayList<>();
  private final Journal journal = new Journal();
  private final Troubles troubles = new Troubles();
  private final Transmission transmission = new Transmission();
  private volatile Duration latency = Duration.ZERO;

  private FakeServer(InstantSource clock, HttpServer server) {
    this.clock = clock;
    this.server = server;
    String name = "fake-" + NAMES.incrementAndGet();
    this.threads = Executors.newCachedThreadPool(task -> daemon(name, task));
  }

  /** Starts one that lives by a clock. */
  public static FakeServer start(InstantSource clock) {
    try {
      InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      FakeServer started = new FakeServer(clock, HttpServer.create(free, 0));
      started.server.setExecutor(started.threads);
      started.server.createContext("/", started::exchange);
      started.server.start();
      return started;
    } catch (IOException unavailable) {
      throw new UncheckedIOException("no fake can be started", unavailable);
    }
  }

  /** Where it listens, without a slash at the end. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The time it lives in. */
  public InstantSource clock() {
    return clock;
  }

  /**
   * Answers requests of a method and path. In a pattern {@code {name}} stands for one part between
   * slashes and {@code {name...}} for the rest.
   */
  public FakeServer route(String method, String pattern, Handler handler) {
    routes.add(Route.of(method, pattern, handler));
    return this;
  }

  /** Sets something before all routes. */
  public FakeServer gate(Gate gate) {
    gates.add(gate);
    return this;
  }

  /** Every answer takes that long: a virtual clock is moved on, a real one waited for. */
  public void latency(Duration time) {
    latency = time;
  }

  /** What it was asked. */
  public Journal journal() {
    return journal;
  }

  /** What goes wrong. */
  public Troubles troubles() {
    return troubles;
  }

  /** Lets hanging requests go on. */
  public void release() {
    transmission.release();
  }

  @Override
  public void close() {
    release();
    server.stop(0);
    threads.shutdownNow();
  }

  private void exchange(HttpExchange exchange) throws IOException {
    try (exchange) {
      Request request = Reception.read(exchange, clock.instant());
      journal.add(request);
      pause();
      transmission.send(exchange, troubles.strike(request, answer(request)));
    }
  }

  private Answer answer(Request request) {
    try {
      return refusal(request).orElseGet(() -> routed(request));
    } catch (RuntimeException | AssertionError broken) {
      // The one who asked must see that the fake, not the service, is to blame.
      return Answer.of(599, "text/plain", "the fake failed: " + broken);
    }
  }

  private Optional<Answer> refusal(Request request) {
    return gates.stream().flatMap(gate -> gate.refuse(request).stream()).findFirst();
  }

  private Answer routed(Request request) {
    for (Route route : routes) {
      Optional<Map<String, String>> parts = route.match(request.path());
      if (parts.isPresent() && route.method().equals(request.method())) {
        return route.handler().handle(Reception.with(request, parts.get()));
      }
    }
    boolean known = routes.stream().anyMatch(route -> route.match(request.path()).isPresent());
    return Answer.of(known ? 405 : 404, "text/plain", request + " is not served");
  }

  private void pause() {
    if (clock instanceof VirtualClock virtual) {
      virtual.advance(latency);
    } else if (!latency.isZero()) {
      LockSupport.parkNanos(latency.toNanos());
    }
  }

  private static Thread daemon(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }
}
