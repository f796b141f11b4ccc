// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.report;

import dev.tidemark.bench.contestant.Entry;
import dev.tidemark.bench.harness.Plan;
import dev.tidemark.bench.harness.Sample;
import dev.tidemark.bench.harness.Samples;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The rounds of a workload as dots on a line for each contestant, in SVG. Every round is shown:
 * what spreads can be seen to spread.
 */
final class Plot {
  private static final int LEFT = 300;
  private static final int WIDTH = 820;
  private static final int ROW = 26;
  private static final int TOP = 48;

  private final XMLStreamWriter svg;
  private final double most;

  private Plot(XMLStreamWriter svg, double most) {
    this.svg = svg;
    this.most = most;
  }

  static String of(Samples samples, Plan plan) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter svg = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      new Plot(svg, most(samples, plan)).draw(samples, plan);
      svg.close();
    } catch (XMLStreamException failure) {
      throw new IllegalStateException("a plot cannot be drawn", failure);
    }
    return text + "\n";
  }

  private static double most(Samples samples, Plan plan) {
    return plan.entries().stream()
        .flatMap(entry -> samples.of(plan.workload().name(), entry).stream())
        .mapToDouble(sample -> sample.spent().perCpuSecond())
        .max()
        .orElse(1);
  }

  private void draw(Samples samples, Plan plan) throws XMLStreamException {
    int height = TOP + ROW * (plan.entries().size() + 1);
    svg.writeStartElement("svg");
    svg.writeAttribute("xmlns", "http://www.w3.org/2000/svg");
    svg.writeAttribute("viewBox", "0 0 " + (WIDTH + 40) + " " + height);
    svg.writeAttribute("font-family", "sans-serif");
    svg.writeAttribute("font-size", "12");
    text(8, 20, "start", plan.workload().name() + ": million records per CPU-second, each round");
    scale(height);
    for (int i = 0; i < plan.entries().size(); i++) {
      contestant(samples, plan, plan.entries().get(i), TOP + ROW * i + ROW / 2);
    }
    svg.writeEndElement();
  }

  private void scale(int height) throws XMLStreamException {
    for (int tenth = 0; tenth <= 10; tenth += 2) {
      double value = most * tenth / 10;
      line(x(value), TOP - 8, x(value), height - ROW, "#ddd");
      text(x(value), height - 8, "middle", String.format(Locale.ROOT, "%.2f", value / 1e6));
    }
  }

  private void contestant(Samples samples, Plan plan, Entry entry, int y)
      throws XMLStreamException {
    text(LEFT - 10, y + 4, "end", entry.title());
    line(x(0), y, x(most), y, "#eee");
    List<Sample> rounds = samples.of(plan.workload().name(), entry);
    for (Sample round : rounds) {
      svg.writeEmptyElement("circle");
      svg.writeAttribute("cx", number(x(round.spent().perCpuSecond())));
      svg.writeAttribute("cy", Integer.toString(y));
      svg.writeAttribute("r", "4");
      svg.writeAttribute("fill", entry == Entry.SHIPPED ? "#c2410c" : "#1e40af");
      svg.writeAttribute("fill-opacity", "0.6");
    }
  }

  private void line(double fromX, int fromY, double toX, int toY, String colour)
      throws XMLStreamException {
    svg.writeEmptyElement("line");
    svg.writeAttribute("x1", number(fromX));
    svg.writeAttribute("y1", Integer.toString(fromY));
    svg.writeAttribute("x2", number(toX));
    svg.writeAttribute("y2", Integer.toString(toY));
    svg.writeAttribute("stroke", colour);
  }

  private void text(double x, int y, String anchor, String content) throws XMLStreamException {
    svg.writeStartElement("text");
    svg.writeAttribute("x", number(x));
    svg.writeAttribute("y", Integer.toString(y));
    svg.writeAttribute("text-anchor", anchor);
    svg.writeCharacters(content);
    svg.writeEndElement();
  }

  private double x(double value) {
    return LEFT + value / most * (WIDTH - LEFT);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
