// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.verify;

import dev.tidemark.job.command.CommandFailure;
import dev.tidemark.job.command.Output;
import dev.tidemark.job.command.connector.ConnectorDraft;
import dev.tidemark.job.command.connector.ConnectorFile;
import dev.tidemark.job.command.connector.ConnectorTypes;
import dev.tidemark.job.command.preview.Operations;
import dev.tidemark.job.command.verify.Examination.Result;
import dev.tidemark.spi.ConnectorType;
import dev.tidemark.testkit.VirtualClock;
import dev.tidemark.testkit.conformance.Conformance;
import dev.tidemark.testkit.conformance.Contract;
import dev.tidemark.testkit.fake.FakePlatform;
import dev.tidemark.testkit.fake.FakePlatforms;
import dev.tidemark.testkit.fake.FakeSetup;
import dev.tidemark.testkit.fake.Promptness;
import dev.tidemark.testkit.organisation.Organisation;
import dev.tidemark.testkit.stage.Stage;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Holds a connector type to every contract, and shows what reading it costs. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Hold a connector type to its contracts and say for each whether it keeps it.",
      "Without --settings against the fake that comes with the type: no account is needed. With",
      "--settings against that account, by what does it no harm. Ends with 1 if a contract is",
      "broken; what to do stands beside it."
    })
public final class VerifyConnector implements Callable<Integer> {
  @Mixin private Output output;

  @Parameters(paramLabel = "TYPE", description = "The connector type, such as snowflake.")
  private String type;

  @Option(
      names = "--settings",
      paramLabel = "FILE",
      description = "A connector file (YAML): verify against its account, which is only read.")
  private @Nullable Path settings;

  @Option(
      names = "--contract",
      paramLabel = "NAME",
      arity = "1..*",
      description = "Only these contracts, such as Resumes Throttles.")
  private @Nullable List<String> chosen;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      description = "Play again what was left to chance; each run prints its seed.")
  private @Nullable Long seed;

  @Override
  public Integer call() {
    ConnectorType known = ConnectorTypes.of(type);
    List<Contract> contracts = contracts();
    Examination examination = new Examination(known, stages(known), seed());
    output.note("seed " + examination.seed());
    Operations operations = examination.operations();
    List<Result> results = examination.results(contracts, output);
    output.print(
        () -> ExaminationFacts.of(examination, operations, results),
        () -> ExaminationText.of(operations, results));
    return results.stream().anyMatch(it -> it.verdict().isFailed()) ? 1 : 0;
  }

  private long seed() {
    return seed == null ? System.nanoTime() : seed;
  }

  private List<Contract> contracts() {
    List<String> names = chosen;
    if (names == null) {
      return Conformance.CONTRACTS;
    }
    return names.stream().map(VerifyConnector::contract).toList();
  }

  private static Contract contract(String name) {
    return Conformance.CONTRACTS.stream()
        .filter(it -> it.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(() -> new CommandFailure(unknown(name)));
  }

  private static String unknown(String name) {
    List<String> names = Conformance.CONTRACTS.stream().map(Contract::name).toList();
    return "There is no contract '" + name + "'. There are: " + String.join(", ", names) + ".";
  }

  private Supplier<Stage> stages(ConnectorType known) {
    Path file = settings;
    return file == null ? fakes(known.description().type()) : live(file);
  }

  private Supplier<Stage> live(Path file) {
    ConnectorDraft draft = ConnectorFile.read(file);
    String written = draft.type().description().type();
    if (!written.equals(type)) {
      throw new CommandFailure(
          file + " is about a connector of type " + written + ", not " + type + ".");
    }
    return () -> new LiveStage(draft.raw());
  }

  private Supplier<Stage> fakes(String name) {
    FakePlatform fake =
        FakePlatforms.all().stream()
            .filter(it -> it.type().equals(name))
            .findFirst()
            .orElseThrow(() -> new CommandFailure(noFake(name)));
    Instant present = Instant.now().truncatedTo(ChronoUnit.HOURS);
    Organisation organisation = Organisation.of(1, seed(), present);
    return () ->
        fake.start(
            new FakeSetup(organisation, VirtualClock.at(Instant.now()), Promptness.AS_DOCUMENTED));
  }

  private static String noFake(String name) {
    return "No fake of '"
        + name
        + "' comes with Tidemark. Verify it against an account of yours: --settings FILE.";
  }
}
