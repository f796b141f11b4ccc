// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.resource;

import dev.tidemark.console.live.Maturity;
import dev.tidemark.postgres.database.Row;
import java.sql.SQLException;
import java.util.Locale;

/**
 * A score in one line: never a number without its interval, and a question mark where too little is
 * seen for anybody to be rated. It does not say whose score it is.
 */
record Badge(String text) {
  static final String LABEL = "data & AI maturity";

  /** Before the first score. */
  static final Badge NOTHING = new Badge("no score yet");

  private static final double ENOUGH = 0.4;
  private static final int LETTER = 7;
  private static final int MARGIN = 14;

  /** Colours are its own: it is shown on pages of other people's. */
  private static final String PICTURE =
      """
      <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="22" role="img" aria-label="%2$s: %3$s">
      <title>%2$s: %3$s</title>
      <rect width="%1$d" height="22" rx="4" fill="#06484a"/>
      <path d="M4 0H%4$dV22H4a4 4 0 0 1-4-4V4a4 4 0 0 1 4-4z" fill="#37474f"/>
      <g fill="#ffffff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" text-anchor="middle">
      <text x="%5$d" y="15">%2$s</text>
      <text x="%6$d" y="15">%3$s</text>
      </g>
      </svg>
      """;

  /** Of a row of scores. */
  static Badge of(Row row) throws SQLException {
    String interval = "(" + told(row.number("low")) + "–" + told(row.number("high")) + ")";
    if (row.number("coverage") < ENOUGH) {
      return new Badge("? " + interval);
    }
    String level = row.maybeBigint("level").map(it -> " · level " + it).orElse("");
    return new Badge(told(row.number("score")) + " " + interval + level);
  }

  String svg() {
    int left = room(LABEL);
    int width = left + room(text);
    return PICTURE.formatted(
        width, LABEL.replace("&", "&amp;"), text, left, left / 2, left + (width - left) / 2);
  }

  private static String told(double share) {
    return String.format(Locale.ROOT, "%.2f", Maturity.of(share));
  }

  /** A little more than a text of 11 pixels needs in any font. */
  private static int room(String words) {
    return LETTER * words.length() + MARGIN;
  }
}
