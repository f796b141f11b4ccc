// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.model.window.Attributes;
import dev.tidemark.spi.NormaliseContext;
import java.time.Duration;
import java.util.Locale;

/** What a record of the stream {@code task_history} says in standard metrics. */
final class TaskEvents implements Events {
  @Override
  public void normalise(Facts run, NormaliseContext context, Emitter emitter) {
    String outcome = outcome(run.text("state"));
    String environment = run.findText("environment").orElse("");
    Attributes attributes = People.attributes("outcome", outcome, "environment", environment);
    emitter.sum(MetricNames.RUN, 1, null, attributes);
    if (outcome.equals("succeeded") || outcome.equals("failed")) {
      run.findInstant("query_start_time")
          .ifPresent(
              start ->
                  emitter.histogram(
                      MetricNames.RUN_DURATION, seconds(start, emitter.at()), null, attributes));
    }
    if (outcome.equals("succeeded")) {
      run.findInstant("failing_since")
          .ifPresent(
              since ->
                  emitter.histogram(
                      MetricNames.RECOVERY,
                      seconds(since, emitter.at()),
                      null,
                      People.attributes("environment", environment)));
    }
  }

  private static String outcome(String state) {
    String word = state.toLowerCase(Locale.ROOT);
    return word.startsWith("failed") ? "failed" : word;
  }

  private static double seconds(java.time.Instant from, java.time.Instant to) {
    return Math.max(0, Duration.between(from, to).toMillis() / 1000.0);
  }
}
