// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.outlet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.job.command.Output;
import dev.tidemark.job.command.connector.Registration;
import dev.tidemark.outlet.registry.Outlets.Again;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Tells an outlet events again. */
@Command(
    name = "rewind",
    mixinStandardHelpOptions = true,
    description = {
      "Tell an outlet everything again that was noted since a time and is kept still, in order and",
      "under the same ids: a receiver that remembers them takes nothing twice."
    })
final class RewindOutlet implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private OutletChoice outlet;
  @Mixin private Output output;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      required = true,
      description = "Such as 2026-11-26T00:00:00Z.")
  private String since;

  @Option(names = "--dry-run", description = "Only say how many events it would be.")
  private boolean dryRun;

  @Override
  public Integer call() {
    Instant from = from();
    String purpose = Registration.purpose("tidemark outlet rewind");
    Again again =
        outlet.use(
            (outlets, entry) ->
                dryRun ? outlets.again(entry, from) : outlets.rewind(entry, from, purpose));
    output.print(() -> facts(again), () -> text(again));
    if (dryRun) {
      output.note("Nothing was changed (--dry-run).");
    }
    return 0;
  }

  private Instant from() {
    try {
      return Instant.parse(since);
    } catch (DateTimeParseException wrong) {
      throw new ParameterException(
          spec.commandLine(),
          "--since takes a time such as 2026-11-26T00:00:00Z, not " + since,
          wrong);
    }
  }

  private JsonNode facts(Again again) {
    return Output.JSON
        .createObjectNode()
        .put("outlet", outlet.name())
        .put("dry_run", dryRun)
        .put("events", again.events())
        .put("first", again.first().map(Instant::toString).orElse(null));
  }

  private Stream<String> text(Again again) {
    String first = again.first().map(at -> ", the first of " + at).orElse("");
    return Stream.of("told again  " + again.events() + first);
  }
}
