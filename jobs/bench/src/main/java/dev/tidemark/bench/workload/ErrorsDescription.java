// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.workload;

import dev.tidemark.model.asset.Precedence;
import dev.tidemark.spi.Budget;
import dev.tidemark.spi.Description;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.spi.StreamKind;
import dev.tidemark.spi.options.Option;
import dev.tidemark.spi.options.Options;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What kinds of account say of themselves that show errors of pipelines and nothing else. */
public final class ErrorsDescription {
  /** More than anybody asks for. */
  public static final Budget UNLIMITED = new Budget(1_000_000, Duration.ofSeconds(1), 64);

  private ErrorsDescription() {}

  /** With one stream that is read once a second, over a credential with a budget. */
  public static Description of(
      String type, String title, String summary, Budget budget, Option<?>... options) {
    return new Description(
        type,
        "1.0.0",
        title,
        summary,
        List.of("none"),
        Options.of(options),
        List.of(
            new StreamDescription(
                BenchConnectorType.STREAM,
                "Errors of pipelines",
                StreamKind.APPEND,
                Duration.ofSeconds(1),
                Duration.ZERO,
                Precedence.NATIVE_PLATFORM,
                List.of(BenchConnectorType.METRIC))),
        Set.of(),
        budget);
  }
}
