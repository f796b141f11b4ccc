// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.outlet;

import dev.tidemark.job.command.Output;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Has dead letters told again. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = {
      "Tell an outlet dead letters again, before anything new, under the ids they had. Each is",
      "tried once; the first that is not accepted ends the replay, and it and those after it stay."
    })
final class ReplayLetters implements Callable<Integer> {
  @Mixin private OutletChoice outlet;
  @Mixin private Output output;

  @ArgGroup(multiplicity = "1")
  private Which which = new Which();

  /** All of them or some. */
  static final class Which {
    @Option(names = "--all", required = true, description = "All of them.")
    private boolean all;

    @Option(
        names = "--position",
        paramLabel = "NUMBER",
        required = true,
        description = "Of one of them, as 'outlet letters' tells it. May be given several times.")
    private List<Long> positions = List.of();
  }

  @Override
  public Integer call() {
    int asked = outlet.use((outlets, entry) -> outlets.replay(entry, which.positions));
    output.print(
        () -> Output.JSON.createObjectNode().put("outlet", outlet.name()).put("asked", asked),
        () -> Stream.of(asked + " to be told again, by whoever runs outlets."));
    return which.all || asked == which.positions.size() ? 0 : 1;
  }
}
