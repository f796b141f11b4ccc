// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.testkit.fake.Answer.Delivery;
import dev.tidemark.testkit.fake.FakeServer;
import dev.tidemark.testkit.fake.Request;
import dev.tidemark.testkit.stage.Stage;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
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
  private static final int SMALL_PAGE = 5;

  private final FakeServer server;
  private final Keyring keyring = new Keyring();
  private final Faults faults = new Faults();
  private final World world = new World();
  private final List<String> calls = new ArrayList<>();
  private final Map<String, Service> services;
  private volatile Consumer<World> content;
  private final RedshiftDataService redshift;
  private long filled = Long.MIN_VALUE;

  private FakeAws(InstantSource clock, Consumer<World> content) {
    this.content = content;
    this.server = FakeServer.start(clock);
    this.redshift = new RedshiftDataService(world);
    this.services =
        Map.of(
            "redshift", new RedshiftService(world),
            "redshift-serverless", new RedshiftServerlessService(world),
            "s3", new S3Service(world),
            "sts", new StsService(ACCOUNT, keyring),
            "monitoring", new CloudWatchService(world, clock),
            "sqs", new SqsService(world),
            "glue", new GlueService(world),
            "sagemaker", new SageMakerService(world),
            "redshift-data", redshift);
    keyring.add(ACCESS_KEY, SECRET_KEY);
    keyring.trust(ROLE, EXTERNAL_ID);
    for (String method : List.of("GET", "HEAD", "POST", "PUT")) {
      server.route(method, "/{path...}", this::handle);
    }
  }

  /** An account that holds nothing yet. */
  public static FakeAws empty() {
    return empty(Clock.systemUTC());
  }

  /** An account that holds nothing yet and lives by a clock. */
  public static FakeAws empty(InstantSource clock) {
    return new FakeAws(clock, world -> {});
  }

  /** An account whose content is told anew every few seconds while it is asked. */
  static FakeAws telling(InstantSource clock, Consumer<World> content) {
    FakeAws fake = new FakeAws(clock, content);
    fake.change(world -> fake.refresh());
    return fake;
  }

  /**
   * The account as connectors are examined against it: lists come in small pages, and statements
   * have ended when they are first asked for. Closing it closes this.
   */
  public Stage stage() {
    change(
        it -> {
          it.pageSize(SMALL_PAGE);
          it.warehouse(Tidewater.REGION, TidewaterWarehouse.WORKGROUP, TidewaterWarehouse.DATABASE);
          redshift.hurry();
        });
    return AwsStage.of(this);
  }

  /** Where it listens. */
  public URI address() {
    return server.address();
  }

  /** The operations asked for so far, such as {@code glue:GetTables eu-central-1}. */
  public List<String> calls() {
    synchronized (calls) {
      return List.copyOf(calls);
    }
  }

  /** Forgets what requests looked like, which takes room; what they asked for is kept. */
  public void forget() {
    server.journal().clear();
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
    server.troubles().mend();
  }

  /** Every temporary key is refused as expired from now on. */
  public void expireKeys() {
    keyring.expire();
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

  /** Says where a cluster or workgroup listens, such as {@code cluster/analytics}. */
  public void listens(String region, String holder, FakeListener listener) {
    change(it -> it.listeners().put(region + ":" + holder, listener));
  }

  /** Statements on Redshift do not end from now on; whenever one is asked for, this is done. */
  public void stall(Runnable meanwhile) {
    change(it -> redshift.stall(meanwhile));
  }

  /** Open once a statement on Redshift was cancelled. */
  public CountDownLatch cancellation() {
    return redshift.cancellation();
  }

  /** A queue, empty; another one of that name goes. */
  public void queue(String region, String name) {
    change(it -> it.queues().put(region + "/" + name, new FakeQueue()));
  }

  /** Sends a message to a queue that is there. */
  public void send(String region, String queue, String body) {
    change(it -> it.queue(region, queue).send(body));
  }

  /** How many messages a queue that is there holds, seen or not. */
  public int messages(String region, String queue) {
    synchronized (world) {
      return world.queue(region, queue).size();
    }
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
      world.changed();
    }
  }

  /** Holds nothing from now on. */
  void vacate() {
    content = World::clear;
    change(content);
  }

  /** What is told of the company stays as it is from now on, and so does what is put beside it. */
  void settle() {
    content = world -> {};
  }

  FakeServer server() {
    return server;
  }

  Faults faults() {
    return faults;
  }

  Keyring keyring() {
    return keyring;
  }

  @Override
  public void close() {
    server.close();
    change(it -> it.warehouses().values().forEach(FakeWarehouse::close));
  }

  private dev.tidemark.testkit.fake.Answer handle(Request request) {
    Answer answer = answer(request);
    Map<String, String> headers = new HashMap<>(answer.headers());
    headers.put("Content-Type", answer.type());
    return new dev.tidemark.testkit.fake.Answer(
        answer.status(), headers, answer.body(), Delivery.WHOLE);
  }

  private Answer answer(Request request) {
    Wire wire = Wire.of(request);
    try {
      keyring.verify(request);
      return answer(wire);
    } catch (AwsError refusal) {
      return Dialects.error(wire.service(), refusal);
    }
  }

  private Answer answer(Wire wire) {
    Service service = services.get(wire.service());
    if (service == null) {
      throw new AwsError(404, "UnknownService", wire.service() + " is not played here");
    }
    URI elsewhere = faults.elsewhere();
    if (elsewhere != null) {
      return Answer.elsewhere(elsewhere);
    }
    String action = service.action(wire);
    synchronized (calls) {
      calls.add(action + " " + wire.region());
    }
    faults.meet(wire, action);
    synchronized (world) {
      refresh();
      return service.answer(wire);
    }
  }

  private void refresh() {
    long now = System.nanoTime();
    if (filled == Long.MIN_VALUE || now - filled > REFRESH.toNanos()) {
      content.accept(world);
      filled = System.nanoTime();
    }
  }
}
