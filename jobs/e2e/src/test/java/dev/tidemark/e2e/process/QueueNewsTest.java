// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.e2e.world.Installation;
import dev.tidemark.e2e.world.Program;
import dev.tidemark.e2e.world.Streams;
import dev.tidemark.fake.aws.FakeAws;
import dev.tidemark.fake.aws.FakeBucket;
import dev.tidemark.fake.aws.FakeObjects;
import dev.tidemark.fake.aws.FakeObjects.FakeObject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two connectors read a bucket each, of the same account, every other day, and each hears of events
 * from a queue of its own. An object in the one is known to the running {@code up} as soon as its
 * queue says so; one in the other, put there before, stays unknown for as long as nobody tells.
 */
@Tag("later")
final class QueueNewsTest {
  private static final String REGION = "eu-central-1";

  private static final String KNOWN =
      "SELECT count(*) FROM asset WHERE urn = 's3://%s' AND facts ->> 'write.day' = '%s'";

  private static final String INTERVALS = "SELECT min(interval_millis) FROM stream";

  private FakeAws account;
  private Installation installation;

  @BeforeEach
  void begin(@TempDir Path folder) {
    account = FakeAws.empty();
    installation = Installation.in(folder, "tidemark");
    for (String bucket : new String[] {"lake", "pond"}) {
      account.queue(REGION, bucket);
      hold(bucket, 1);
      installation.connect(bucket, connector(bucket));
    }
  }

  @AfterEach
  void end() {
    installation.close();
    account.close();
  }

  @Test
  void bringsForwardWhatItTellsOfAndNothingElse() {
    try (Program up = installation.start("up")) {
      Streams.within("both buckets are read", Streams.PATIENCE)
          .ignoreExceptions()
          .until(() -> isKnown("lake", 1) && isKnown("pond", 1));
      assertThat(installation.database().number(INTERVALS)).isEqualTo(48 * 3_600_000);
      hold("pond", 2);
      tell("pond", "lake");
      Streams.awaitAndTell("what is of no concern is taken", () -> waiting("pond") == 0);
      // Hinted passes are seconds apart: time enough for one of the pond, if something woke it.
      for (int day = 2; day <= 4; day++) {
        hold("lake", day);
        tell("lake", "lake");
        awaitKnown("lake", day);
      }
      assertThat(isKnown("pond", 1)).as("nobody told of the pond").isTrue();
      tell("pond", "pond");
      awaitKnown("pond", 2);
      assertThat(up.signal("TERM").awaitEnd().exit()).as(up.messages()).isZero();
    }
  }

  /** The bucket has an object of each of the first days of a year. */
  private void hold(String bucket, int days) {
    SortedMap<String, FakeObject> objects = new TreeMap<>();
    for (int day = 1; day <= days; day++) {
      String key = "sales/" + date(day);
      objects.put(key, new FakeObject(key, 100, Instant.parse(date(day) + "T08:00:00Z")));
    }
    account.put(FakeBucket.of(bucket, REGION, Instant.EPOCH).holding(FakeObjects.of(objects)));
  }

  /** As a bucket sends it to a queue. */
  private void tell(String queue, String bucket) {
    account.send(
        REGION,
        queue,
        """
        {"Records": [{"eventVersion": "2.1", "eventSource": "aws:s3", "awsRegion": "%s",
          "eventName": "ObjectCreated:Put",
          "s3": {"bucket": {"name": "%s"}, "object": {"key": "sales/new", "size": 100}}}]}\
        """
            .formatted(REGION, bucket));
  }

  private void awaitKnown(String bucket, int day) {
    Streams.awaitAndTell(
        "the object of day %d is known of the %s".formatted(day, bucket),
        () -> isKnown(bucket, day));
    assertThat(waiting(bucket)).as("messages left in the queue").isZero();
  }

  /** Whether the newest object that is known is of that day. */
  private boolean isKnown(String bucket, int day) {
    return installation.database().number(KNOWN.formatted(bucket, date(day))) == 1;
  }

  private int waiting(String queue) {
    return account.messages(REGION, queue);
  }

  private static String date(int day) {
    return "2026-01-%02d".formatted(day);
  }

  private String connector(String bucket) {
    return """
    organisation: Acme
    type: aws
    name: %s
    settings:
      account: "%s"
      regions: [%s]
      access-key-id: %s
      secret-access-key: %s
      endpoint: %s
      allow-private-addresses: true
      list-objects-of: [%s]
      event-queue: arn:aws:sqs:%s:%s:%s
    streams: [s3_objects]
    schedule: 48h
    """
        .formatted(
            bucket,
            FakeAws.ACCOUNT,
            REGION,
            FakeAws.ACCESS_KEY,
            FakeAws.SECRET_KEY,
            account.address(),
            bucket,
            REGION,
            FakeAws.ACCOUNT,
            bucket);
  }
}
