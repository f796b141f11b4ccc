// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.report;

import dev.tidemark.bench.contestant.Entry;
import dev.tidemark.bench.harness.Plan;
import dev.tidemark.bench.harness.Sample;
import dev.tidemark.bench.harness.Samples;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;

/**
 * The rounds of a workload as dots on a line for each contestant, in SVG. Every round is shown:
 * what spreads can be seen to spread.
 *
 * @param most the fastest round's records per CPU-second
 */
record Plot(Samples samples, Plan plan, double most) {
  private static final int LEFT = 300;
  private static final int WIDTH = 820;
  private static final int ROW = 26;
  private static final int TOP = 48;

  static String of(Samples samples, Plan plan) {
    int height = TOP + ROW * (plan.entries().size() + 1);
    Plot plot = new Plot(samples, plan, most(samples, plan));
    return Svg.drawn(WIDTH + 40, height, svg -> plot.draw(svg, height));
  }

  private static double most(Samples samples, Plan plan) {
    return plan.entries().stream()
        .flatMap(entry -> samples.of(plan.workload().name(), entry).stream())
        .mapToDouble(sample -> sample.spent().perCpuSecond())
        .max()
        .orElse(1);
  }

  private void draw(Svg svg, int height) throws XMLStreamException {
    svg.text(8, 20, "start", name() + ": million records per CPU-second, each round");
    for (int tenth = 0; tenth <= 10; tenth += 2) {
      double value = most * tenth / 10;
      svg.line(x(value), TOP - 8, x(value), height - ROW, "#ddd");
      svg.text(x(value), height - 8, "middle", String.format(Locale.ROOT, "%.2f", value / 1e6));
    }
    for (int i = 0; i < plan.entries().size(); i++) {
      contestant(svg, plan.entries().get(i), TOP + ROW * i + ROW / 2);
    }
  }

  private String name() {
    return plan.workload().name();
  }

  private void contestant(Svg svg, Entry entry, int y) throws XMLStreamException {
    svg.text(LEFT - 10, y + 4, "end", entry.title());
    svg.line(x(0), y, x(most), y, "#eee");
    for (Sample round : samples.of(name(), entry)) {
      double rate = round.spent().perCpuSecond();
      svg.dot(x(rate), y, entry == Entry.SHIPPED ? "#c2410c" : "#1e40af");
    }
  }

  private double x(double value) {
    return LEFT + value / most * (WIDTH - LEFT);
  }
}
