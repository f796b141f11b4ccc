// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.aws;

import dev.tidemark.testkit.stage.HintScenes;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** A queue in which buckets tell of their objects. */
record PlayNews(FakeAws fake, Supplier<Map<String, Object>> settings) implements HintScenes {
  private static final String QUEUE = "news";

  @Override
  public Map<String, Object> begin() {
    fake.queue(Tidewater.REGION, QUEUE);
    Map<String, Object> changed = new HashMap<>(settings.get());
    changed.put(
        "event-queue", "arn:aws:sqs:" + Tidewater.REGION + ":" + FakeAws.ACCOUNT + ":" + QUEUE);
    return changed;
  }

  /** As a bucket of those made to order sends it. */
  @Override
  public void tell(String stream) {
    fake.send(
        Tidewater.REGION,
        QUEUE,
        "{\"Records\":[{\"eventSource\":\"aws:s3\",\"s3\":{\"bucket\":{\"name\":\"made-1\"}}}]}");
  }

  @Override
  public void fail() {
    fake.deny("sqs:ReceiveMessage", "*");
  }

  @Override
  public void mend() {
    fake.mend();
  }
}
