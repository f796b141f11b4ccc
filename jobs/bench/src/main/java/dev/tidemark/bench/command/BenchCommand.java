// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.command;

import dev.tidemark.bench.contestant.Entry;
import dev.tidemark.bench.harness.Aim;
import dev.tidemark.bench.harness.Controls;
import dev.tidemark.bench.harness.Plan;
import dev.tidemark.bench.harness.Run;
import dev.tidemark.bench.harness.Samples;
import dev.tidemark.bench.process.JavaOptions;
import dev.tidemark.bench.report.Machine;
import dev.tidemark.bench.report.Profile;
import dev.tidemark.bench.report.Report;
import dev.tidemark.bench.workload.WrongResultException;
import dev.tidemark.job.command.LogFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures Tidemark against native Flink jobs and plain threads. */
@Command(
    name = "tidemark bench",
    mixinStandardHelpOptions = true,
    description = {
      "Measure Tidemark against native Flink jobs and one plain thread.",
      "Contestants take turns in one run, every result is held to an oracle before a figure is",
      "printed, and a run that cannot tell a slowdown of 10 %% says so and ends with 1.",
      "Aims: a, against native Flink; b, against one plain thread; c, extraction over HTTP; d, how",
      "soon the score shows what has changed at a source; e, many connectors, many keys, kills;",
      "f, idle streams. And w, commits against COPY. All of them, or a and b where it has to be",
      "quick."
    })
public final class BenchCommand implements Callable<Integer> {
  private static final Set<Character> COMPARED = Set.of('a', 'b');

  @Parameters(
      arity = "0..1",
      paramLabel = "AIM",
      defaultValue = "all",
      description = "A letter from a to f, w, or all.")
  private String aim;

  @Option(
      names = "--quick",
      description =
          "About ten minutes instead of some hours; a few minutes where it is one of c to f or w.")
  private boolean quick;

  @Option(
      names = "--results",
      paramLabel = "FOLDER",
      defaultValue = "${sys:tidemark.home:-.}/jobs/bench/results",
      description = "Where rounds, table, plots and profile go (default: ${DEFAULT-VALUE}).")
  private Path results;

  @Spec private CommandSpec spec;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new BenchCommand()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    Set<Character> letters = letters();
    List<Experiment> experiments = experiments();
    Path scratch = Files.createTempDirectory("tidemark-bench-");
    LogFile.in(scratch);
    say("processes, logs and pages are in " + scratch);
    try {
      int compared = letters.isEmpty() ? 0 : compared(letters, scratch);
      for (Experiment experiment : experiments) {
        new Experiments(scratch, length(), this::say).publish(experiment, results);
      }
      return compared;
    } catch (WrongResultException | IllegalStateException failure) {
      spec.commandLine().getErr().println("tidemark: " + failure.getMessage());
      return 1;
    }
  }

  private int compared(Set<Character> letters, Path scratch) throws IOException {
    List<Plan> plans = new Programme(letters, length(), firstDay()).plans();
    try (Run run = Run.in(scratch, JavaOptions.shipped(), this::say)) {
      // Ctrl-C must not leave the server and the contestants behind; closing twice does nothing.
      Runtime.getRuntime().addShutdownHook(new Thread(run::close));
      plans.forEach(run::measure);
      Path recording = scratch.resolve("shipped.jfr");
      run.profile(plans.get(0), Entry.SHIPPED, recording);
      return reported(run, plans, letters, Profile.of(recording));
    }
  }

  private int reported(Run run, List<Plan> plans, Set<Character> letters, Profile profile)
      throws IOException {
    Samples samples = run.samples();
    List<String> objections = Controls.objections(samples, plans.get(0).workload().name());
    Report report =
        new Report(
            samples,
            plans,
            run.reductions(),
            List.of(Aim.values()).stream().filter(it -> letters.contains(it.letter())).toList(),
            objections,
            profile,
            Machine.now(run.serverVersion(), JavaOptions.shipped().words()));
    report.write(results);
    say(report.markdown());
    say("written to " + results.toAbsolutePath());
    return objections.isEmpty() ? 0 : 1;
  }

  /** The aims that are comparisons. */
  private Set<Character> letters() {
    if (aim.equals("all")) {
      return new TreeSet<>(COMPARED);
    }
    char letter = aim.length() == 1 ? aim.charAt(0) : '?';
    if (COMPARED.contains(letter)) {
      return Set.of(letter);
    }
    if (Experiment.of(letter).isPresent()) {
      return Set.of();
    }
    throw new ParameterException(
        spec.commandLine(), "'" + aim + "' is no aim: choose a letter from a to f, w, or all.");
  }

  /** The aims that are not; in ten minutes there is no room for them. */
  private List<Experiment> experiments() {
    if (aim.equals("all")) {
      return quick ? List.of() : List.of(Experiment.values());
    }
    return Experiment.of(aim.charAt(0)).stream().toList();
  }

  private Programme.Length length() {
    return quick ? Programme.Length.QUICK : Programme.Length.FULL;
  }

  /** Event time ends before today, inside the windows a stream keeps at hand. */
  private static LocalDate firstDay() {
    return LocalDate.now(ZoneOffset.UTC).minusDays(6);
  }

  private void say(String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(Instant.now().truncatedTo(ChronoUnit.SECONDS) + " " + text);
    out.flush();
  }
}
