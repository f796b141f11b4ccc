// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tidemark.model.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * An account of Amazon Web Services behind one address of this machine. Every request must be
 * signed by a key it knows. Safe for use by several threads.
 */
public final class FakeAws implements AutoCloseable {
  /** The account's number. */
  public static final String ACCOUNT = "123456789012";

  /** An access key it knows. */
  public static final String ACCESS_KEY = "AKIAFAKEFAKEFAKE0001";

  /** That key's secret. */
  public static final String SECRET_KEY = "fake-secret-of-the-access-key";

  /** A role of the account. */
  public static final String ROLE = "arn:aws:iam::" + ACCOUNT + ":role/tidemark";

  /** What the role's trust policy asks for. */
  public static final String EXTERNAL_ID = "external-id-of-tidemark";

  private static final Duration REFRESH = Duration.ofSeconds(15);

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool(FakeAws::thread);
  private final Keyring keyring = new Keyring();
  private final Faults faults = new Faults();
  private final World world = new World();
  private final List<String> calls = new ArrayList<>();
  private final Map<String, Service> services;
  private volatile Consumer<World> content;
  private final RedshiftDataService redshift;
  private long filled = Long.MIN_VALUE;

  private FakeAws(Consumer<World> content) {
    this.content = content;
    this.redshift = new RedshiftDataService(world);
    this.services =
        Map.of(
            "s3", new S3Service(world),
            "sts", new StsService(ACCOUNT, keyring),
            "monitoring", new CloudWatchService(world),
            "glue", new GlueService(world),
            "sagemaker", new SageMakerService(world),
            "redshift-data", redshift);
    keyring.add(ACCESS_KEY, SECRET_KEY);
    keyring.trust(ROLE, EXTERNAL_ID);
    try {
      this.server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException unavailable) {
      throw new UncheckedIOException(unavailable);
    }
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  /** An account that holds nothing yet. */
  public static FakeAws empty() {
    return new FakeAws(world -> {});
  }

  /** An account whose content is told anew every few seconds while it is asked. */
  static FakeAws telling(Consumer<World> content) {
    FakeAws fake = new FakeAws(content);
    fake.change(world -> fake.refresh());
    return fake;
  }

  /** Where it listens. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The operations asked for so far, such as {@code glue:GetTables eu-central-1}. */
  public List<String> calls() {
    synchronized (calls) {
      return List.copyOf(calls);
    }
  }

  /** Takes a permission away, in one region or, with {@code *}, in all. */
  public void deny(String action, String region) {
    faults.deny(action, region);
  }

  /** Every request is refused from now on, because there are too many. */
  public void throttle() {
    faults.throttle();
  }

  /** Requests are answered again. */
  public void calm() {
    faults.calm();
  }

  /** Gives every permission back and ends every other fault. */
  public void mend() {
    faults.mend();
  }

  /** Puts a bucket in its place; another one of that name goes. */
  public void put(FakeBucket bucket) {
    change(it -> it.buckets().put(bucket.name(), bucket));
  }

  /** Puts a thing in its place; another one of the same identity goes. */
  public void put(String region, Shelf shelf, ObjectNode thing) {
    change(it -> it.region(region).put(shelf, thing));
  }

  /** Puts a database of Redshift in its place. */
  public void put(FakeWarehouse warehouse) {
    change(it -> it.warehouses().put(warehouse.address(), warehouse));
  }

  /** Statements on Redshift do not end from now on; whenever one is asked for, this is done. */
  public void stall(Runnable meanwhile) {
    change(it -> redshift.stall(meanwhile));
  }

  /** Open once a statement on Redshift was cancelled. */
  public CountDownLatch cancellation() {
    return redshift.cancellation();
  }

  /** Takes a bucket away. */
  public void remove(String bucket) {
    change(it -> it.buckets().remove(bucket));
  }

  /** Takes a thing away. */
  public void remove(String region, Shelf shelf, ObjectNode thing) {
    change(it -> it.region(region).remove(shelf, thing));
  }

  /** Tags of a thing of SageMaker. */
  public void tag(String region, String arn, Map<String, String> tags) {
    change(it -> it.region(region).tags().put(arn, tags));
  }

  /** A metric with its points. */
  public void put(String region, FakeMetric metric) {
    change(it -> it.region(region).metrics().add(metric));
  }

  /** Changes what the account holds. */
  void change(Consumer<World> change) {
    synchronized (world) {
      change.accept(world);
    }
  }

  /** Holds nothing from now on. */
  void vacate() {
    content = World::clear;
    change(content);
  }

  Faults faults() {
    return faults;
  }

  Keyring keyring() {
    return keyring;
  }

  @Override
  public void close() {
    faults.release();
    server.stop(0);
    threads.shutdownNow();
    change(it -> it.warehouses().values().forEach(FakeWarehouse::close));
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      Map<String, String> headers = new HashMap<>();
      exchange
          .getRequestHeaders()
          .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value.get(0)));
      send(exchange, answer(exchange, headers, body));
    }
  }

  private Answer answer(HttpExchange exchange, Map<String, String> headers, byte[] body) {
    String service = "";
    try {
      Signature signature =
          Signature.of(headers.getOrDefault("authorization", ""))
              .orElseThrow(() -> new AwsError(403, "MissingAuthenticationToken", "Not signed"));
      service = signature.service();
      Wire wire = Wire.of(exchange.getRequestURI(), signature, headers, body);
      verify(exchange, signature, headers, body);
      return answer(wire);
    } catch (AwsError refusal) {
      return Dialects.error(service, refusal);
    }
  }

  private void verify(
      HttpExchange exchange, Signature signature, Map<String, String> headers, byte[] body) {
    String service = signature.service();
    Keyring.Key key = keyring.find(signature.key()).orElseThrow(() -> Dialects.unknownKey(service));
    URI uri = exchange.getRequestURI();
    String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    if (!signature.isOf(
        key.secret(), exchange.getRequestMethod(), uri.getRawPath(), query, headers, body)) {
      throw Dialects.wrongSignature(service);
    }
    if (key.token() != null && !key.token().equals(headers.get("x-amz-security-token"))) {
      throw Dialects.unknownKey(service);
    }
    if (key.until().isBefore(java.time.Instant.now())) {
      throw Dialects.expired(service);
    }
  }

  private Answer answer(Wire wire) {
    Service service = services.get(wire.service());
    if (service == null) {
      throw new AwsError(404, "UnknownService", wire.service() + " is not played here");
    }
    URI elsewhere = faults.elsewhere();
    if (elsewhere != null) {
      return new Answer(307, "text/plain", Bytes.empty(), Map.of("Location", elsewhere.toString()));
    }
    String action = service.action(wire);
    synchronized (calls) {
      calls.add(action + " " + wire.region());
    }
    faults.meet(wire, action);
    Answer answer;
    synchronized (world) {
      refresh();
      answer = service.answer(wire);
    }
    return faults
        .spoiler(wire)
        .map(
            it ->
                new Answer(
                    answer.status(),
                    answer.type(),
                    Bytes.wrap(it.apply(answer.body().array())),
                    answer.headers()))
        .orElse(answer);
  }

  private void refresh() {
    long now = System.nanoTime();
    if (filled == Long.MIN_VALUE || now - filled > REFRESH.toNanos()) {
      content.accept(world);
      filled = System.nanoTime();
    }
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", answer.type());
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(
        answer.status(), answer.body().isEmpty() ? -1 : answer.body().length());
    exchange.getResponseBody().write(answer.body().array());
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "fake aws");
    thread.setDaemon(true);
    return thread;
  }
}
