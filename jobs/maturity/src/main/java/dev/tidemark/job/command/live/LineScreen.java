// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.live;

import dev.tidemark.job.command.Messages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Shows a run in a file or pipe: a line for each change of a score, now and then one about
 * progress, and the whole cards at the end. Cards go to the standard output, the rest to the
 * standard error.
 */
final class LineScreen implements Screen {
  /** Progress moves several times a second. */
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

  private final Messages output;
  private final Clock clock;
  private List<String> shown = List.of();
  private String progress = "";
  private Instant told = Instant.MIN;

  LineScreen(Messages output, Clock clock) {
    this.output = output;
    this.clock = clock;
  }

  @Override
  public void step(String text) {
    output.note(text);
  }

  @Override
  public void keep(String text) {
    output.note(text);
  }

  @Override
  public void show(List<String> cards, String now) {
    Instant at = clock.instant();
    if (!now.equals(progress) && at.isAfter(told.plus(PAUSE))) {
      output.note(TIME.format(at) + "  " + now);
      progress = now;
      told = at;
    }
    List<String> heads = cards.stream().map(LineScreen::head).toList();
    heads.stream()
        .filter(head -> !shown.contains(head))
        .forEach(head -> output.note(TIME.format(clock.instant()) + "  " + head));
    shown = heads;
  }

  @Override
  public void end(List<String> cards, String message) {
    cards.stream().flatMap(String::lines).forEach(output::line);
    output.note(message);
  }

  private static String head(String card) {
    return card.lines().findFirst().orElse("");
  }
}
