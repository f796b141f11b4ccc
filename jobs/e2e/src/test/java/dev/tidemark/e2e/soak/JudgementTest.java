// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A judge of series must find what grows slowly and leave alone what only moves. */
final class JudgementTest {
  private static final long SEED = Long.getLong("seed", 20261127);
  private static final String HEAP = "task_manager_1.live_heap_mb";
  private static final int TWO_HOURS = 240;
  private static final double SAMPLES_AN_HOUR = 120;

  /** Noise of one megabyte, in which a value resembles the last. */
  private static final double RESEMBLANCE = 0.7;

  private static final double SLOW = 0.95;

  @Test
  void followsThePublishedFormulas() {
    Trend climbing = Trend.of(hourly(1, 2, 3, 4, 5));
    assertThat(climbing.slope()).isEqualTo(1);
    assertThat(climbing.certainty()).isCloseTo(9 / Math.sqrt(300 / 18.0), within(1e-12));
    Trend tied = Trend.of(hourly(1, 1, 2, 2, 9));
    assertThat(tied.slope()).isCloseTo(0.75, within(1e-12));
    assertThat(tied.certainty()).isCloseTo(7 / Math.sqrt((300 - 18 - 18) / 18.0), within(1e-12));
    assertThat(Trend.of(hourly(5, 4, 3, 2, 1)).certainty()).isNegative();
    assertThat(Trend.of(hourly(3, 3, 3, 3)).certainty()).isZero();
  }

  @Test
  void findsSlowLeak() {
    System.out.println("seed " + SEED);
    for (int repetition = 0; repetition < 50; repetition++) {
      Judgement leaking = heap(repetition, hours -> 200 + 10 * hours);
      assertThat(leaking.verdict()).as("repetition " + repetition).isEqualTo(Verdict.RISING);
      assertThat(leaking.trend().slope()).isCloseTo(10, within(3.0));
    }
  }

  @Test
  void doesNotCryWolf() {
    System.out.println("seed " + SEED);
    for (int repetition = 0; repetition < 300; repetition++) {
      assertThat(heap(repetition, hours -> 200).verdict())
          .as("repetition " + repetition)
          .isEqualTo(Verdict.STEADY);
    }
  }

  @Test
  void isNotSureOfNoise() {
    System.out.println("seed " + SEED);
    long sure =
        IntStream.range(0, 500)
            .filter(repetition -> heap(repetition, hours -> 200).trend().certainty() > 3.090)
            .count();
    assertThat(sure).as("of 500").isLessThan(5);
  }

  @Test
  void doesNotTakeWavesForTrends() {
    System.out.println("seed " + SEED);
    long rising =
        IntStream.range(0, 300)
            .mapToObj(repetition -> Judgement.of(HEAP, waves(repetition)))
            .filter(it -> it.verdict() == Verdict.RISING)
            .count();
    System.out.println("rising of 300 waves: " + rising);
    assertThat(rising).as("of 300").isLessThan(15);
  }

  @Test
  void leavesAloneWhatComesAndGoes() {
    assertThat(heap(1, hours -> 200 + 20 * (hours * 3 % 1)).verdict()).isEqualTo(Verdict.STEADY);
    assertThat(heap(1, hours -> 220 - 10 * hours).verdict()).isEqualTo(Verdict.STEADY);
    assertThat(heap(1, hours -> hours > 1.2 && hours < 1.22 ? 900 : 200).verdict())
        .isEqualTo(Verdict.STEADY);
  }

  @Test
  void tellsWhatHasLevelledFromWhatRises() {
    assertThat(heap(1, hours -> 200 + 150 * (1 - Math.exp(-4 * hours))).verdict())
        .isEqualTo(Verdict.LEVELLED);
    assertThat(heap(1, hours -> 200 + 15 * Math.floor(hours * 4)).verdict())
        .as("in steps")
        .isEqualTo(Verdict.RISING);
  }

  @Test
  void toleratesWhatNobodyCaresAbout() {
    assertThat(heap(1, hours -> 200 + 2 * hours).verdict()).isEqualTo(Verdict.STEADY);
    assertThat(Judgement.of("database.size_mb", series(1, hours -> 50 * hours)).verdict())
        .isEqualTo(Verdict.NOTED);
    assertThat(Judgement.of(HEAP, series(1, hours -> 50 * hours).subList(0, 40)).verdict())
        .isEqualTo(Verdict.TOO_SHORT);
  }

  @Test
  void judgesFileOfSamples(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("soak.csv");
    Samples samples = Samples.in(file);
    Instant begin = Instant.parse("2026-11-27T02:00:00Z");
    for (int number = 0; number < TWO_HOURS; number++) {
      Map<String, Double> figures = new LinkedHashMap<>();
      figures.put("job_manager.threads", 80.0);
      if (number == 0 || number % 5 != 0) {
        figures.put("task_manager_1.threads", 100 + number / 4.0);
      }
      samples.add(begin.plusSeconds(30L * number), figures);
    }
    Judgements judgements = Judgements.of(file);
    assertThat(judgements.rising()).containsExactly("task_manager_1.threads");
    assertThat(judgements.table())
        .containsPattern("job_manager.threads +80.00 +80.00 +0.00 +0.00 +STEADY")
        .containsPattern("task_manager_1.threads +\\d+.\\d+ +\\d+.\\d+ +30.\\d+ +\\d.\\d+ +RISING");
  }

  @Test
  void saysThatFileHoldsNothing(@TempDir Path folder) {
    Path file = folder.resolve("soak.csv");
    Samples.in(file);
    assertThatThrownBy(() -> Judgements.of(file))
        .hasMessageContaining("soak.csv holds no sample: let the soak run longer");
  }

  private static Judgement heap(int repetition, DoubleUnaryOperator shape) {
    return Judgement.of(HEAP, series(repetition, shape));
  }

  private static List<Point> series(int repetition, DoubleUnaryOperator shape) {
    double[] noise = noise(repetition, RESEMBLANCE);
    return IntStream.range(0, TWO_HOURS)
        .mapToObj(number -> point(number / SAMPLES_AN_HOUR, noise[number], shape))
        .toList();
  }

  /** Noise so wide and slow that it goes somewhere for a while. */
  private static List<Point> waves(int repetition) {
    double[] noise = noise(repetition, SLOW);
    return IntStream.range(0, TWO_HOURS)
        .mapToObj(number -> point(number / SAMPLES_AN_HOUR, 40 * noise[number], hours -> 200))
        .toList();
  }

  private static double[] noise(int repetition, double resemblance) {
    Random random = new Random(SEED + repetition);
    double[] noise = new double[TWO_HOURS];
    double spread = Math.sqrt(1 - resemblance * resemblance);
    for (int number = 1; number < TWO_HOURS; number++) {
      noise[number] = resemblance * noise[number - 1] + spread * random.nextGaussian();
    }
    return noise;
  }

  private static Point point(double hours, double noise, DoubleUnaryOperator shape) {
    return new Point(hours, shape.applyAsDouble(hours) + noise);
  }

  private static List<Point> hourly(double... values) {
    return IntStream.range(0, values.length)
        .mapToObj(hour -> new Point(hour, values[hour]))
        .toList();
  }
}
