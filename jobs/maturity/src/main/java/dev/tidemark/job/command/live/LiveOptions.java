// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.live;

import dev.tidemark.job.local.FlinkTuning;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How long to run and what to serve meanwhile. */
final class LiveOptions {
  /** When to end by oneself. */
  enum Until {
    /** Every stream has been read wholly and its score is committed. */
    CAUGHT_UP
  }

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--until",
      paramLabel = "caught-up",
      description = "End once every stream has been read wholly and its score is committed.")
  private @Nullable String until;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = {
        "Serve /health/live, /health/ready and /metrics (OpenMetrics) on this port of 127.0.0.1;",
        "0 takes a free one and says which."
      })
  private @Nullable Integer port;

  @Option(
      names = "--parallelism",
      paramLabel = "COUNT",
      defaultValue = "2",
      description = "How many tasks of each step run side by side (default: ${DEFAULT-VALUE}).")
  private int parallelism;

  /** Refuses what cannot be meant, before anything is started. */
  void validate() {
    until();
    port();
    tuning();
  }

  Optional<Until> until() {
    if (until == null) {
      return Optional.empty();
    }
    if (until.equals("caught-up")) {
      return Optional.of(Until.CAUGHT_UP);
    }
    throw wrong("--until takes caught-up, not " + until);
  }

  OptionalInt port() {
    if (port == null) {
      return OptionalInt.empty();
    }
    if (port < 0 || port > 65535) {
      throw wrong("--port takes a port from 0 to 65535, not " + port);
    }
    return OptionalInt.of(port);
  }

  FlinkTuning tuning() {
    try {
      return FlinkTuning.standard().withParallelism(parallelism);
    } catch (IllegalArgumentException outOfRange) {
      throw wrong("--parallelism: " + outOfRange.getMessage());
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
