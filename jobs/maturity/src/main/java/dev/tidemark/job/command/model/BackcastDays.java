// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.model;

import dev.tidemark.maturity.live.Backcast.Span;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which days a back-cast is about. */
final class BackcastDays {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "The first day, such as 2026-01-31 (default: the first with evidence).")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DATE", description = "The last day (default: yesterday).")
  private @Nullable LocalDate to;

  /** Refuses days that are in the wrong order, or not over. */
  void check() {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    if (to != null && !to.isBefore(today)) {
      throw wrong(
          "--to "
              + to
              + " is not over in UTC and cannot be closed. The last day that is over is "
              + today.minusDays(1)
              + ".");
    }
    if (from != null && from.isAfter(to == null ? today.minusDays(1) : to)) {
      throw wrong("--from " + from + " is after the last day. Give the earlier day to --from.");
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** Those of them that have evidence. */
  Optional<Span> within(Span evidence) {
    LocalDate first = from == null || from.isBefore(evidence.first()) ? evidence.first() : from;
    LocalDate last = to == null || to.isAfter(evidence.last()) ? evidence.last() : to;
    return last.isBefore(first) ? Optional.empty() : Optional.of(new Span(first, last));
  }
}
