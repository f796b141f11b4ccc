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

/**
 * What a record of the stream {@code copy_history} says in standard metrics: a file a pipe loads is
 * a run. COPY statements are in the query history and are no runs here.
 */
final class CopyEvents implements Events {
  @Override
  public void normalise(Facts load, NormaliseContext context, Emitter emitter) {
    if (load.findText("pipe_name").isEmpty()) {
      return;
    }
    boolean loaded = load.text("status").toLowerCase(Locale.ROOT).equals("loaded");
    Attributes attributes =
        People.attributes(
            "outcome",
            loaded ? "succeeded" : "failed",
            "environment",
            load.findText("environment").orElse(""));
    emitter.sum(MetricNames.RUN, 1, null, attributes);
    load.findInstant("pipe_received_time")
        .ifPresent(
            received ->
                emitter.histogram(
                    MetricNames.RUN_DURATION,
                    Math.max(0, Duration.between(received, emitter.at()).toMillis() / 1000.0),
                    null,
                    attributes));
  }
}
