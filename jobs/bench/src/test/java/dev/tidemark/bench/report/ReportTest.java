// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.bench.contestant.Entry;
import dev.tidemark.bench.contestant.Spent;
import dev.tidemark.bench.harness.Aim;
import dev.tidemark.bench.harness.Plan;
import dev.tidemark.bench.harness.Sample;
import dev.tidemark.bench.harness.Samples;
import dev.tidemark.bench.workload.Meter;
import dev.tidemark.bench.workload.Spread;
import dev.tidemark.bench.workload.Workload;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportTest {
  private static final Workload WORKLOAD =
      new Workload("tiny", 2, 4, 1, 10, 100, Spread.UNIFORM, 3, LocalDate.of(2026, 11, 20));
  private static final Plan PLAN =
      new Plan(WORKLOAD, List.of(), List.of(Entry.SHIPPED, Entry.NATIVE), 3);

  @TempDir private Path folder;

  @Test
  void aimsAreJudgedByTheRatioOfTheRun() {
    assertThat(report(2.5, List.of()).markdown())
        .contains(
            "| (a) records per CPU-second, our graph / idiomatic native Flink job | 2.00 |"
                + " 2.50 [2.50 - 2.50] | reached |")
        .contains("Records in a partial aggregate: 4.5.");
    assertThat(report(1.5, List.of()).markdown())
        .contains("1.50 [1.50 - 1.50] | **not reached** |");
  }

  @Test
  void twoRoundsHaveAMedianBetweenThemAndNoInterval() {
    List<Sample> two =
        List.of(
            sample(1, Entry.SHIPPED, 1),
            sample(1, Entry.NATIVE, 2),
            sample(2, Entry.SHIPPED, 1),
            sample(2, Entry.NATIVE, 4));
    assertThat(report(two, List.of()).markdown())
        .contains("| idiomatic native Flink job | 23 | 23 | 3.00 | 3.00 |")
        .contains("| 2.00 | 3.00 | too few rounds |");
  }

  @Test
  void figuresThatAreNotToBeTrustedAreSaidNotToBe() {
    assertThat(report(2.5, List.of("the moon was full")).markdown())
        .contains("**These figures are not to be trusted**: the moon was full.");
  }

  @Test
  void everyRoundIsKeptAndDrawn() throws Exception {
    report(2.5, List.of()).write(folder);
    assertThat(Files.readAllLines(folder.resolve("rounds.csv")))
        .hasSize(7)
        .contains("tiny,1,shipped,60,1.000,1.000,0.000,0.000,60,60,2.00,0.0000,true");
    String svg = Files.readString(folder.resolve("tiny.svg"));
    assertThat(
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
                .getElementsByTagName("circle")
                .getLength())
        .isEqualTo(6);
  }

  private static Report report(double nativeSeconds, List<String> objections) {
    List<Sample> samples = new ArrayList<>();
    for (int pass = 1; pass <= 3; pass++) {
      samples.add(sample(pass, Entry.SHIPPED, 1));
      samples.add(sample(pass, Entry.NATIVE, nativeSeconds));
    }
    return report(samples, objections);
  }

  private static Report report(List<Sample> samples, List<String> objections) {
    return new Report(
        new Samples(samples),
        List.of(PLAN),
        Map.of("tiny", 4.5),
        List.of(Aim.NATIVE),
        objections,
        new Profile(Map.of(Profile.Part.PARSING, 3, Profile.Part.FOLDING, 1)),
        new Machine(Instant.EPOCH, "some", 2, "some", "some", "-Xmx1g", "2", "1", "18"));
  }

  private static Sample sample(int pass, Entry entry, double seconds) {
    Meter meter = new Meter((long) (seconds * 1e9), (long) (seconds * 1e9), 0, 0);
    return new Sample("tiny", pass, entry, new Spent(60, meter), 2, OptionalDouble.of(0));
  }
}
