// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi.options;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Any text but an empty one, or only text of a form. */
record TextType(@Nullable Pattern form, String words) implements OptionType<String> {
  static final TextType ANY = new TextType(null, "text");

  static TextType matching(String form, String words) {
    return new TextType(Pattern.compile(form), words);
  }

  @Override
  public String parse(Object raw) {
    String text = raw instanceof CharSequence || raw instanceof Number ? raw.toString() : "";
    if (text.isBlank() || (form != null && !form.matcher(text).matches())) {
      throw InvalidValue.expected(this, raw);
    }
    return text;
  }

  @Override
  public String cast(Object value) {
    return (String) value;
  }

  @Override
  public String print(String value) {
    return value;
  }

  @Override
  public void describe(ObjectNode schema) {
    schema.put("type", "string").put("minLength", 1);
    if (form != null) {
      schema.put("pattern", "^(?:" + form.pattern() + ")$");
    }
  }
}
