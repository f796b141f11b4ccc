// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.authoring.Listings;
import dev.tidemark.fake.aws.FakeAws;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.CheckResult;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.Hints;
import dev.tidemark.spi.options.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What event notifications of buckets make of a queue. */
class QueueHintsTest {
  private static final Duration AT_ONCE = Duration.ZERO;
  private static final String CREATED =
      "{'Records': [{'eventVersion': '2.1', 'eventSource': 'aws:s3', 'awsRegion': 'eu-central-1',"
          + " 'eventName': 'ObjectCreated:Put', 's3': {'s3SchemaVersion': '1.0',"
          + " 'bucket': {'name': 'NAME'}, 'object': {'key': 'a+b', 'size': 5}}}]}";
  private static final String TEST_EVENT =
      "{'Service': 'Amazon S3', 'Event': 's3:TestEvent', 'Time': '2026-11-26T09:00:00.000Z',"
          + " 'Bucket': 'lake', 'RequestId': 'R', 'HostId': 'H'}";
  private static final String RULE =
      "{'version': '0', 'id': '1', 'detail-type': 'Object Created', 'source': 'aws.s3',"
          + " 'account': '123456789012', 'region': 'eu-central-1', 'resources': [],"
          + " 'detail': {'version': '0', 'bucket': {'name': 'NAME'}, 'object': {'key': 'a'}}}";

  private final FakeAws fake = FakeAws.empty();
  private final Map<String, Object> settings = settings();
  private final Connector connector = Things.connector(settings);
  private final Hints hints = connector.hints().orElseThrow();

  private Map<String, Object> settings() {
    fake.queue(Things.HERE, "news");
    Map<String, Object> settings = Things.settings(fake);
    settings.put("list-objects-of", List.of("lake*"));
    settings.put("event-queue", "arn:aws:sqs:eu-central-1:123456789012:news");
    return settings;
  }

  @AfterEach
  void close() {
    connector.close();
    fake.close();
  }

  @Test
  void hearsOfListedBucketsHoweverTheWordCame() {
    for (String message : List.of(created("lake"), enveloped(created("lake-2")), rule("lake"))) {
      send(message);
      assertThat(hints.await(AT_ONCE)).as(message).containsExactly("s3_objects");
      assertThat(left()).as("taken").isZero();
      assertThat(hints.await(AT_ONCE)).as("told once").isEmpty();
    }
  }

  @Test
  void takesWhatIsOfNoConcernAndLeavesWhatIsNoNotification() {
    send(created("other"));
    send(rule("other"));
    send(json(TEST_EVENT));
    send("not JSON");
    send("{'Records': [{'eventSource': 'aws:dynamodb'}]}");
    assertThat(hints.await(AT_ONCE)).isEmpty();
    assertThat(left()).isEqualTo(2);
  }

  @Test
  void takesWhatHasPiledUpAtOnce() {
    for (int number = 0; number < 35; number++) {
      send(created(number == 33 ? "lake" : "other"));
    }
    assertThat(hints.await(AT_ONCE)).isNotEmpty();
    assertThat(left()).isZero();
  }

  @Test
  void waitsForWordThatIsToCome() throws Exception {
    CompletableFuture<Set<String>> heard = CompletableFuture.supplyAsync(this::heardAtLast);
    send(created("lake"));
    assertThat(heard.get(5, TimeUnit.MINUTES)).containsExactly("s3_objects");
  }

  /** However long the machine takes between two steps of a test. */
  private Set<String> heardAtLast() {
    Set<String> heard = Set.of();
    while (heard.isEmpty()) {
      heard = hints.await(Duration.ofSeconds(15));
    }
    return heard;
  }

  @Test
  void endsWhenTheConnectorIsClosed() throws InterruptedException, TimeoutException {
    CompletableFuture<Set<String>> waiting =
        CompletableFuture.supplyAsync(() -> hints.await(Duration.ofSeconds(15)));
    connector.close();
    try {
      waiting.get(2, TimeUnit.MINUTES);
    } catch (ExecutionException ended) {
      assertThat(ended).hasCauseInstanceOf(ConnectorException.class);
    }
    assertThatThrownBy(() -> hints.await(AT_ONCE)).hasMessageContaining("closed");
  }

  @Test
  void saysWhichQueueIsNotThereAndWhatIsNotAllowed() {
    Map<String, Object> elsewhere = new HashMap<>(settings);
    elsewhere.put("event-queue", "https://sqs.us-east-1.amazonaws.com/123456789012/news");
    try (Connector lost = Things.connector(elsewhere)) {
      assertThatThrownBy(() -> lost.hints().orElseThrow().await(AT_ONCE))
          .hasMessageContaining("event-queue")
          .isInstanceOfSatisfying(
              ConnectorException.class, it -> assertThat(it.category()).isEqualTo(Category.CONFIG));
    }
    fake.deny("sqs:DeleteMessage", Things.HERE);
    assertThat(refusal(Action.RECEIVE_EVENTS)).isEmpty();
    assertThat(refusal(Action.DELETE_EVENTS))
        .hasValueSatisfying(
            it ->
                assertThat(it)
                    .hasMessageContaining("add sqs:DeleteMessage to the policy")
                    .hasMessageContaining(Things.HERE));
  }

  /** What the check says of a permission, however long it takes to find out. */
  private Optional<ConnectorException> refusal(Action action) {
    Settings parsed = AwsOptions.ALL.parse(settings);
    Account account = Account.of(parsed);
    try (Clients clients = new Clients(account, 2)) {
      Platform platform = new Platform(account, clients, Scope.of(parsed), new Listings());
      Session session = new Session(platform, Instant.now());
      return Probe.all(session).stream()
          .filter(probe -> probe.action() == action)
          .findFirst()
          .orElseThrow()
          .refusal(session);
    }
  }

  @Test
  void aCheckTakesNothing() {
    send(created("lake"));
    assertThat(connector.check())
        .noneMatch(it -> it.failure() == Category.PERMISSION)
        .extracting(CheckResult::need)
        .contains("permission: sqs:ReceiveMessage eu-central-1");
    assertThat(hints.await(AT_ONCE)).containsExactly("s3_objects");
  }

  @Test
  void withoutAQueueThereAreNone() {
    try (Connector deaf = Things.connector(fake)) {
      assertThat(deaf.hints()).isEmpty();
    }
  }

  private void send(String message) {
    fake.send(Things.HERE, "news", message.replace('\'', '"'));
  }

  private int left() {
    return fake.messages(Things.HERE, "news");
  }

  private static String created(String bucket) {
    return json(CREATED).replace("NAME", bucket);
  }

  private static String rule(String bucket) {
    return json(RULE).replace("NAME", bucket);
  }

  /** As SNS wraps it up. */
  private static String enveloped(String message) {
    return Things.json("{'Type': 'Notification', 'MessageId': '1'}")
        .put("Message", message)
        .toString();
  }

  private static String json(String text) {
    return Things.json(text).toString();
  }
}
