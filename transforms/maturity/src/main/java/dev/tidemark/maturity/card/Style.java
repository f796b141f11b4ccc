// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.card;

/** How text is marked up. */
public enum Style {
  /** Not at all; for pipes, files and those who cannot see colours. */
  PLAIN,
  /** With ANSI colours and bold; colour only repeats what the text says. */
  COLOURED;

  private static final String BOLD = "1";
  private static final String GREEN = "32";
  private static final String RED = "31";
  private static final String DIM = "2";

  String strong(String text) {
    return marked(text, BOLD);
  }

  String quiet(String text) {
    return marked(text, DIM);
  }

  String signed(String text, double amount) {
    return amount == 0 ? text : marked(text, amount > 0 ? GREEN : RED);
  }

  private String marked(String text, String code) {
    return this == PLAIN || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
