// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.connector;

import dev.tidemark.authoring.trial.CheckFacts;
import dev.tidemark.job.command.Output;
import dev.tidemark.spi.CheckResult;
import dev.tidemark.spi.Connector;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Connects and says for each need of a connector whether it is met. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Connect and say for each need (network, credential, permissions, clock) whether it is met.",
      "Ends with 1 if one is not."
    })
public final class CheckConnector implements Callable<Integer> {
  @Mixin private Target target;
  @Mixin private Output output;

  @Override
  public Integer call() {
    List<CheckResult> results = target.use(CheckConnector::results);
    output.print(() -> CheckFacts.of(results), () -> text(results));
    return results.stream().allMatch(CheckResult::passed) ? 0 : 1;
  }

  private static List<CheckResult> results(ReadableConnector known) {
    try (Connector connector = known.open()) {
      return connector.check();
    }
  }

  private static Stream<String> text(List<CheckResult> results) {
    return results.stream()
        .map(
            it ->
                (it.passed() ? "ok      " : "FAILED  ")
                    + it.need()
                    + ": "
                    + it.message()
                    + code(it));
  }

  private static String code(CheckResult result) {
    return result.code().map(code -> " [" + code + "]").orElse("");
  }
}
