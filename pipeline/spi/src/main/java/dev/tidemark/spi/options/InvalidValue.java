// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi.options;

/** A value an option does not take; the message goes on after the option's name. */
final class InvalidValue extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidValue(String message) {
    super(message);
  }

  static InvalidValue expected(OptionType<?> type, Object raw) {
    return new InvalidValue("must be " + type.words() + ", not " + quoted(raw));
  }

  private static String quoted(Object raw) {
    String text = String.valueOf(raw);
    String shown = text.length() > 80 ? text.substring(0, 80) + "…" : text;
    return raw instanceof CharSequence ? "'" + shown + "'" : shown;
  }
}
