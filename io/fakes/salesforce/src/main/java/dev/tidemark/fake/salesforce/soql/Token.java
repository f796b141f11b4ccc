// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.salesforce.soql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word of a query.
 *
 * @param text as written; of a text its content
 */
record Token(Kind kind, String text) {
  private static final Pattern NEXT =
      Pattern.compile(
          "\\s*(?:(?<text>'(?:[^'\\\\]|\\\\.)*')"
              + "|(?<time>\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?(?:Z|[+-]\\d\\d:?\\d\\d))"
              + "|(?<date>\\d{4}-\\d\\d-\\d\\d)|(?<number>[+-]?\\d+(?:\\.\\d+)?)"
              + "|(?<word>[A-Za-z_][A-Za-z0-9_.]*)|(?<sign><=|>=|!=|<>|[(),=<>]))");

  /** What a word is. */
  enum Kind {
    TEXT,
    TIME,
    DATE,
    NUMBER,
    WORD,
    SIGN,
    END
  }

  static List<Token> all(String query) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = NEXT.matcher(query);
    int at = 0;
    while (at < query.stripTrailing().length()) {
      if (!matcher.region(at, query.length()).lookingAt()) {
        throw SoqlException.malformed("unexpected token: '" + query.substring(at).strip() + "'");
      }
      tokens.add(of(matcher));
      at = matcher.end();
    }
    tokens.add(new Token(Kind.END, "<EOF>"));
    return tokens;
  }

  private static Token of(Matcher matcher) {
    for (Kind kind : List.of(Kind.TIME, Kind.DATE, Kind.NUMBER, Kind.WORD, Kind.SIGN)) {
      String text = matcher.group(kind.name().toLowerCase(Locale.ROOT));
      if (text != null) {
        return new Token(kind, text);
      }
    }
    String quoted = matcher.group("text");
    String content = quoted.substring(1, quoted.length() - 1).replaceAll("\\\\(.)", "$1");
    return new Token(Kind.TEXT, content);
  }

  boolean is(String word) {
    return kind != Kind.TEXT && text.equalsIgnoreCase(word);
  }
}
