// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class TerminalScreenTest {
  private final StringWriter drawn = new StringWriter();
  private final TerminalScreen screen =
      new TerminalScreen(new PrintWriter(drawn), new TerminalSize(6, 12));

  @Test
  void drawsOverWhatItDrewLast() {
    screen.show(List.of("card"), "reading");
    assertThat(drawn.toString()).startsWith("\u001b[J").contains("card");
    drawn.getBuffer().setLength(0);
    screen.show(List.of("card"), "read");
    assertThat(drawn.toString()).describedAs("four lines up").startsWith("\u001b[4F\u001b[J");
  }

  @Test
  void neverDrawsOverWhatMustStay() {
    screen.step("starting");
    screen.keep("a link that is longer than a line");
    drawn.getBuffer().setLength(0);
    screen.step("started");
    assertThat(drawn.toString()).startsWith("\u001b[J").doesNotContain("\u001b[1F");
  }

  @Test
  void neverWrapsAndNeverScrolls() {
    String marked = "\u001b[1mlong\u001b[0m and longer than the terminal";
    screen.show(List.of(marked + "\nb\nc\nd\ne\nf\ng\nh"), "reading and reading and reading");
    List<String> lines = drawn.toString().replaceAll("\u001b\\[[0-9;]*[mJF]", "").lines().toList();
    assertThat(lines).hasSizeLessThan(6).allMatch(line -> line.length() <= 12);
    assertThat(lines).contains("long and lon");
    assertThat(drawn.toString()).contains("\u001b[0m");
  }

  @Test
  void understandsWhatAShellSaysOfItsSize() {
    assertThat(TerminalSize.parse("48 160\n")).contains(new TerminalSize(48, 160));
    assertThat(TerminalSize.parse("stty: not a tty")).isEmpty();
    assertThat(TerminalSize.parse("0 0")).isEmpty();
  }
}
