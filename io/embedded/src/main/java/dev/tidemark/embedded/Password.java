// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.embedded;

import java.security.SecureRandom;
import java.util.Base64;

/** A database password, without a printable form: only {@link #reveal()} shows it. */
public final class Password {

  private static final int BYTES = 24;

  private final String text;

  private Password(String text) {
    this.text = text;
  }

  /** The password {@code text}, which must not be blank. */
  public static Password of(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a password must not be blank");
    }
    return new Password(text);
  }

  static Password random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return new Password(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** The password in clear, to hand to a driver and nothing else. */
  public String reveal() {
    return text;
  }

  @Override
  public String toString() {
    return "(hidden)";
  }
}
