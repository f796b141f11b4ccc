// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.databricks;

import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.model.window.Attributes;
import dev.tidemark.spi.NormaliseContext;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * What a slice of a run says in standard metrics. The vendor cuts runs into slices of an hour and
 * gives the state with the last one only: a slice without a state says nothing, so a run counts
 * once, when it has ended.
 */
final class RunEvents implements Events {
  @Override
  public void normalise(Facts slice, NormaliseContext context, Emitter emitter) {
    Instant end = slice.instant("end_micros");
    Instant began = slice.instant("began_micros");
    OptionalLong reported = slice.findCount("run_duration_seconds");
    slice
        .findText("result_state")
        .ifPresent(
            state -> {
              Emitter then = emitter.at(end);
              Attributes outcome = Attributes.of("outcome", outcome(state));
              then.sum(MetricNames.RUN, 1, null, outcome);
              then.histogram(
                  MetricNames.RUN_DURATION, seconds(reported, began, end), null, outcome);
              recovery(slice, then);
            });
  }

  private static void recovery(Facts slice, Emitter then) {
    slice
        .findInstant("failing_micros")
        .filter(since -> !since.isAfter(then.at()))
        .ifPresent(
            since ->
                then.histogram(
                    MetricNames.RECOVERY,
                    Duration.between(since, then.at()).toMillis() / 1e3,
                    null,
                    Attributes.none()));
  }

  private static String outcome(String state) {
    return switch (state) {
      case "SUCCEEDED" -> "succeeded";
      case "FAILED", "ERROR", "TIMED_OUT" -> "failed";
      default -> "canceled";
    };
  }

  /** Older rows report none. */
  private static double seconds(OptionalLong reported, Instant began, Instant end) {
    return reported.isPresent()
        ? (double) reported.getAsLong()
        : Math.max(0, Duration.between(began, end).toMillis() / 1e3);
  }
}
