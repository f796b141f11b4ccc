// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi.options;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text that is never shown: no message about it repeats it. */
record SecretType(@Nullable Pattern form, String words) implements OptionType<Secret> {
  static final SecretType ANY = new SecretType(null, "a secret text");

  static SecretType matching(String form, String words) {
    return new SecretType(Pattern.compile(form), words);
  }

  @Override
  public Secret parse(Object raw) {
    String text = raw instanceof CharSequence || raw instanceof Number ? raw.toString() : "";
    if (text.isEmpty() || (form != null && !form.matcher(text).matches())) {
      throw new InvalidValue("must be " + words + "; what was given is not shown");
    }
    return Secret.of(text);
  }

  @Override
  public Secret cast(Object value) {
    return (Secret) value;
  }

  @Override
  public String print(Secret value) {
    return value.toString();
  }

  @Override
  public void describe(ObjectNode schema) {
    schema.put("type", "string").put("minLength", 1);
    schema.put("format", "password").put("writeOnly", true);
    if (form != null) {
      schema.put("pattern", "^(?:" + form.pattern() + ")$");
    }
  }

  @Override
  public void describeDefault(ObjectNode schema, Secret value) {
    throw new IllegalStateException("a secret has no default");
  }
}
