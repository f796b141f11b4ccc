// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.live;

import java.io.PrintWriter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Shows a run in a terminal, redrawing it in place. Not safe for use by several threads. */
final class TerminalScreen implements Screen {
  private static final Pattern MARKS = Pattern.compile("\u001b\\[[0-9;]*m");

  private final Canvas canvas;
  private final TerminalSize size;

  TerminalScreen(PrintWriter out, TerminalSize size) {
    this.canvas = new Canvas(out);
    this.size = size;
  }

  @Override
  public void step(String text) {
    canvas.draw(List.of(cut(text)));
  }

  @Override
  public void keep(String text) {
    canvas.leave(text);
  }

  @Override
  public void show(List<String> cards, String progress) {
    canvas.draw(fitting(cards, progress + "   (Ctrl-C stops)"));
  }

  @Override
  public void end(List<String> cards, String message) {
    canvas.draw(Stream.concat(lines(cards), Stream.of("", message)).toList());
  }

  private List<String> fitting(List<String> cards, String last) {
    List<String> all = lines(cards).map(this::cut).toList();
    List<String> kept = all.subList(0, Math.min(all.size(), size.rows() - 3));
    return Stream.concat(kept.stream(), Stream.of("", cut(last))).toList();
  }

  private static Stream<String> lines(List<String> cards) {
    return cards.stream().flatMap(card -> Stream.concat(Stream.of(""), card.lines()));
  }

  /** A line that wraps would take two, and the next drawing would begin in the wrong place. */
  private String cut(String line) {
    StringBuilder kept = new StringBuilder();
    Matcher marks = MARKS.matcher(line);
    int room = size.columns();
    int at = 0;
    while (marks.find()) {
      String text = line.substring(at, marks.start());
      kept.append(text, 0, Math.min(text.length(), room)).append(marks.group());
      room = Math.max(0, room - text.length());
      at = marks.end();
    }
    String rest = line.substring(at);
    return kept.append(rest, 0, Math.min(rest.length(), room)).toString();
  }
}
