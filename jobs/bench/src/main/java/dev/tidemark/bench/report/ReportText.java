// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.report;

import dev.tidemark.bench.contestant.Entry;
import dev.tidemark.bench.harness.Aim;
import dev.tidemark.bench.harness.Controls;
import dev.tidemark.bench.harness.Plan;
import dev.tidemark.bench.harness.Ratio;
import dev.tidemark.bench.harness.Sample;
import dev.tidemark.bench.harness.Samples;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** A report as Markdown. */
final class ReportText {
  private final Report report;
  private final Markdown text = new Markdown();

  ReportText(Report report) {
    this.report = report;
  }

  String text() {
    line("# Results of `./tidemark bench`");
    line("");
    line(
        "Every contestant's table was held to the oracle before its figure was kept. Figures are"
            + " medians over rounds; intervals are 95 %, by the bootstrap over ratios of one pass,"
            + " and left out where there are fewer than three. Raw rounds:"
            + " [rounds.csv](rounds.csv). What contestants are and do: [the module's"
            + " page](../README.md).");
    machine();
    controls();
    aims();
    report.plans().forEach(this::workload);
    profile();
    return text.toString();
  }

  private void machine() {
    MachineText.write(report.machine(), loads(), text);
    text.row("steal", steals());
  }

  private String loads() {
    double[] loads = report.samples().all().stream().mapToDouble(Sample::load).sorted().toArray();
    return String.format(
        Locale.ROOT,
        "%.1f to %.1f while measuring, %.1f in the median; a run alone on two cores shows 2 to 4",
        loads[0],
        loads[loads.length - 1],
        loads[loads.length / 2]);
  }

  private String steals() {
    Samples samples = report.samples();
    double most = samples.all().stream().mapToDouble(it -> it.steal().orElse(0)).max().orElse(0);
    long dropped =
        samples.all().stream().filter(it -> it.steal().orElse(0) > Sample.MOST_STEAL).count();
    return String.format(
        Locale.ROOT, "%.1f %% at most in a round; %d rounds left out for it", most * 100, dropped);
  }

  private void controls() {
    String main = report.plans().get(0).workload().name();
    heading("Controls");
    line("| Control | wanted | is |");
    line("|---|---|---|");
    line(
        "| the same contestant twice | 0.97 to 1.03 | "
            + ratio(Controls.same(report.samples(), main))
            + " |");
    line(
        "| a planted slowdown of 10 % (0.91) | interval below 1 | "
            + ratio(Controls.slowed(report.samples(), main))
            + " |");
    line("");
    if (report.objections().isEmpty()) {
      line("Both hold.");
    } else {
      line(
          "**These figures are not to be trusted**: "
              + String.join("; ", report.objections())
              + ".");
    }
  }

  private void aims() {
    Plan main = report.plans().get(0);
    heading("Aims, on " + main.workload().name());
    line("| Aim | at least | is | |");
    line("|---|---|---|---|");
    for (Aim aim : report.aims()) {
      Optional<Ratio> ratio = aim.ratio(report.samples(), main.workload().name());
      String verdict = ratio.map(it -> verdict(it, aim.target())).orElse("not measured");
      line(
          "| (%c) %s | %.2f | %s | %s |"
              .formatted(aim.letter(), aim.text(), aim.target(), ratio(ratio), verdict));
    }
    line("");
    line("Records in a partial aggregate: %.1f.".formatted(reduction(main)));
    Profile profile = report.profile();
    line("");
    line(
        "Where an aim is missed: most samples of the profile below (%.0f %%) fell into %s. What was done about it and what is left to try: [what an event costs](../RATIONALE.md#2026-11-26-what-an-event-costs)."
            .formatted(profile.share(profile.largest()) * 100, profile.largest().title()));
  }

  private static String verdict(Ratio ratio, double target) {
    if (!ratio.isSound()) {
      return "too few rounds";
    }
    if (ratio.low() >= target) {
      return "reached";
    }
    return ratio.median() >= target ? "reached in the median" : "**not reached**";
  }

  private void workload(Plan plan) {
    heading(plan.workload().name());
    line(
        "%,d records of %d bytes measured in each round, from %d streams; %.1f records in a partial aggregate. ![rounds](%s)"
            .formatted(
                plan.workload().measuredRecords(),
                plan.workload().recordBytes(),
                plan.workload().streams(),
                reduction(plan),
                Report.plot(plan)));
    line("");
    line(
        "| Contestant | records per CPU-second | records per second | ours / this, CPU | ours /"
            + " this, clock |");
    line("|---|---|---|---|---|");
    plan.entries().forEach(entry -> contestant(plan.workload().name(), entry));
  }

  private void contestant(String workload, Entry entry) {
    Samples samples = report.samples();
    List<Sample> rounds = samples.of(workload, entry);
    line(
        "| %s | %s | %s | %s | %s |"
            .formatted(
                entry.title(),
                median(rounds, it -> it.spent().perCpuSecond()),
                median(rounds, it -> it.spent().perSecond()),
                ratio(samples.perCpuSecond(workload, Entry.SHIPPED, entry)),
                ratio(samples.perSecond(workload, Entry.SHIPPED, entry))));
  }

  private void profile() {
    heading("Where our graph's time goes, on " + report.plans().get(0).workload().name());
    report.profile().write(text);
  }

  private double reduction(Plan plan) {
    return report.reductions().getOrDefault(plan.workload().name(), Double.NaN);
  }

  private static String median(List<Sample> rounds, ToDoubleFunction<Sample> figure) {
    double[] figures = rounds.stream().mapToDouble(figure).toArray();
    return figures.length == 0
        ? "none"
        : String.format(Locale.ROOT, "%,.0f", Ratio.median(figures));
  }

  private static String ratio(Optional<Ratio> ratio) {
    return ratio.map(ReportText::ratio).orElse("not measured");
  }

  private static String ratio(Ratio ratio) {
    return ratio.isSound()
        ? String.format(
            Locale.ROOT, "%.2f [%.2f - %.2f]", ratio.median(), ratio.low(), ratio.high())
        : String.format(Locale.ROOT, "%.2f", ratio.median());
  }

  private void heading(String title) {
    text.heading(title);
  }

  private void line(String content) {
    text.line(content);
  }
}
