// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.report;

import java.io.StringWriter;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A picture in SVG. */
final class Svg {
  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter svg;

  /** Draws. */
  interface Drawing {
    void on(Svg svg) throws XMLStreamException;
  }

  private Svg(int width, int height) throws XMLStreamException {
    svg = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
    svg.writeStartElement("svg");
    svg.writeAttribute("xmlns", "http://www.w3.org/2000/svg");
    svg.writeAttribute("viewBox", "0 0 " + width + " " + height);
    svg.writeAttribute("font-family", "sans-serif");
    svg.writeAttribute("font-size", "12");
  }

  static String drawn(int width, int height, Drawing drawing) {
    try {
      Svg picture = new Svg(width, height);
      drawing.on(picture);
      picture.svg.writeEndElement();
      picture.svg.close();
      return picture.text + "\n";
    } catch (XMLStreamException failure) {
      throw new IllegalStateException("a plot cannot be drawn", failure);
    }
  }

  void dot(double x, double y, String colour) throws XMLStreamException {
    svg.writeEmptyElement("circle");
    svg.writeAttribute("cx", number(x));
    svg.writeAttribute("cy", number(y));
    svg.writeAttribute("r", "4");
    svg.writeAttribute("fill", colour);
    svg.writeAttribute("fill-opacity", "0.6");
  }

  void line(double fromX, double fromY, double toX, double toY, String colour)
      throws XMLStreamException {
    svg.writeEmptyElement("line");
    svg.writeAttribute("x1", number(fromX));
    svg.writeAttribute("y1", number(fromY));
    svg.writeAttribute("x2", number(toX));
    svg.writeAttribute("y2", number(toY));
    svg.writeAttribute("stroke", colour);
  }

  void text(double x, double y, String anchor, String content) throws XMLStreamException {
    svg.writeStartElement("text");
    svg.writeAttribute("x", number(x));
    svg.writeAttribute("y", number(y));
    svg.writeAttribute("text-anchor", anchor);
    svg.writeCharacters(content);
    svg.writeEndElement();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
