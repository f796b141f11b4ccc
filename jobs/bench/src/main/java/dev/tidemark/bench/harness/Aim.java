// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.harness;

import dev.tidemark.bench.contestant.Entry;
import java.util.Optional;

/** What was set out to be reached, each as a ratio of two contestants on one workload. */
public enum Aim {
  /** Against what people write. */
  NATIVE('a', "records per CPU-second, our graph / idiomatic native Flink job", 2.0) {
    @Override
    public Optional<Ratio> ratio(Samples samples, String workload) {
      return samples.perCpuSecond(workload, Entry.SHIPPED, Entry.NATIVE);
    }
  },
  /** Against what can be written: the price of the engine's layer. */
  NATIVE_BEST('a', "records per CPU-second, our graph / best native Flink job", 0.95) {
    @Override
    public Optional<Ratio> ratio(Samples samples, String workload) {
      return samples.perCpuSecond(workload, Entry.SHIPPED, Entry.NATIVE_BEST);
    }
  },
  /** Against no engine at all. */
  THREAD('b', "records per CPU-second, our graph at parallelism 1 / one plain thread", 0.95) {
    @Override
    public Optional<Ratio> ratio(Samples samples, String workload) {
      return samples.perCpuSecond(workload, Entry.SHIPPED_ONE, Entry.THREAD);
    }
  },
  /** What a second core is worth. */
  TWO_CORES('b', "records per second, our graph on two cores / one plain thread", 1.7) {
    @Override
    public Optional<Ratio> ratio(Samples samples, String workload) {
      return samples.perSecond(workload, Entry.SHIPPED, Entry.THREAD);
    }
  };

  private final char letter;
  private final String text;
  private final double target;

  Aim(char letter, String text, double target) {
    this.letter = letter;
    this.text = text;
    this.target = target;
  }

  /** Which of the lettered aims it belongs to. */
  public char letter() {
    return letter;
  }

  /** What is compared, for people. */
  public String text() {
    return text;
  }

  /** At least this. */
  public double target() {
    return target;
  }

  /** What it came to; empty where its contestants did not meet. */
  public abstract Optional<Ratio> ratio(Samples samples, String workload);
}
