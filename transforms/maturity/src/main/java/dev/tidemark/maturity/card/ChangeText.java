// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.card;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** What has changed and why: the sums by reason, then the largest lines. */
final class ChangeText {
  private static final int SHOWN = 8;
  private static final double WORTH_SHOWING = .0005;
  private static final String PERFORMANCE = "PERFORMANCE";

  private final JsonNode card;
  private final Style style;

  ChangeText(JsonNode card, Style style) {
    this.card = card;
    this.style = style;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (card.has("delta")) {
      lines.add(summary());
      details(lines);
    }
    return lines;
  }

  private String summary() {
    StringJoiner reasons = new StringJoiner(" | ");
    List.of(PERFORMANCE, "EVIDENCE", "FRESHNESS", "SCOPE", "MODEL")
        .forEach(reason -> reasons.add(sum(reason)));
    if (card.path("subtotals").has("RESTATEMENT")) {
      reasons.add(sum("RESTATEMENT"));
    }
    return "%s  %s = %s".formatted(period(), amount(card.path("delta").asDouble()), reasons);
  }

  private String period() {
    LocalDate since = LocalDate.parse(card.path("since").asText());
    LocalDate day = LocalDate.ofInstant(Instant.parse(card.path("as_of").asText()), ZoneOffset.UTC);
    long days = ChronoUnit.DAYS.between(since, day);
    return days == 1 ? "1 day" : days + " days";
  }

  private String sum(String reason) {
    return reason.toLowerCase(Locale.ROOT)
        + " "
        + amount(card.path("subtotals").path(reason).asDouble());
  }

  private static String amount(double maturity) {
    String text = Phrases.format("%+.2f", maturity);
    return text.equals("+0.00") || text.equals("-0.00") ? "0" : text;
  }

  private void details(List<String> lines) {
    int shown = 0;
    for (JsonNode line : card.path("attribution")) {
      if (shown < SHOWN && Math.abs(line.path("maturity").asDouble()) >= WORTH_SHOWING) {
        lines.add(detail(line));
        shown++;
      }
    }
    int left = card.path("attribution").size() - shown;
    if (left > 0) {
      lines.add("  and " + left + " smaller");
    }
  }

  private String detail(JsonNode line) {
    double maturity = line.path("maturity").asDouble();
    boolean performance = line.path("reason").asText().equals(PERFORMANCE);
    String note =
        performance ? "" : "   [" + line.path("reason").asText().toLowerCase(Locale.ROOT) + "]";
    String regression = performance && maturity < 0 ? "   <- regression" : "";
    return "  %s  %s %s  %s%s%s"
        .formatted(
            style.signed(Phrases.signed(maturity), maturity),
            Phrases.format("%-8s", line.path("indicator").asText()),
            Phrases.format("%-58s", line.path("detail").asText()),
            line.path("stratum").asText(),
            note,
            regression);
  }
}
