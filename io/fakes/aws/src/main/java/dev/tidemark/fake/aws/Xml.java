// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.aws;

/** XML while it is written. */
final class Xml {
  private final StringBuilder text = new StringBuilder();

  Xml open(String name) {
    text.append('<').append(name).append('>');
    return this;
  }

  Xml open(String name, String attributes) {
    text.append('<').append(name).append(' ').append(attributes).append('>');
    return this;
  }

  Xml close(String name) {
    text.append("</").append(name).append('>');
    return this;
  }

  Xml text(String name, Object value) {
    return open(name).escaped(String.valueOf(value)).close(name);
  }

  private Xml escaped(String value) {
    for (int place = 0; place < value.length(); place++) {
      char letter = value.charAt(place);
      switch (letter) {
        case '<' -> text.append("&lt;");
        case '>' -> text.append("&gt;");
        case '&' -> text.append("&amp;");
        default -> text.append(letter);
      }
    }
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
