// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.access;

import dev.tidemark.console.web.Digest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * 256 random bits that let somebody in. Kept as a hash, which needs no salt: nobody guesses what it
 * was made of. Without a printable form.
 */
public final class Token {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;
  private static final Pattern WRITTEN = Pattern.compile("[A-Za-z0-9_-]{43}");

  private final String text;

  private Token(String text) {
    this.text = text;
  }

  /** One nobody has seen. */
  public static Token random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new Token(written(bytes));
  }

  /** One that somebody shows; empty if it cannot be one. */
  public static Optional<Token> shown(String text) {
    return WRITTEN.matcher(text).matches() ? Optional.of(new Token(text)) : Optional.empty();
  }

  /** As it is handed out, once. */
  public String reveal() {
    return text;
  }

  /** As it is kept. */
  public byte[] hash() {
    return Digest.of(text);
  }

  /** What pages of this session prove to be of it by; tells nothing of the token. */
  String proof() {
    return derived("proof");
  }

  /** Another 256 bits for what it is called; tells nothing of the token or of others. */
  public String derived(String what) {
    return written(Digest.of(what + " of " + text));
  }

  /** Whether that is its proof; takes the same time whatever is shown. */
  boolean isProvedBy(String shown) {
    return MessageDigest.isEqual(
        proof().getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
  }

  private static String written(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
