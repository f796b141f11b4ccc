// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;

/** Scheme, host and port: what a credential belongs to. */
record Origin(String scheme, String host, int port) {
  static Origin of(URI address) {
    String scheme = lower(Objects.requireNonNullElse(address.getScheme(), ""));
    String host = lower(Objects.requireNonNullElse(address.getHost(), ""));
    int port = address.getPort() >= 0 ? address.getPort() : scheme.equals("https") ? 443 : 80;
    return new Origin(scheme, host, port);
  }

  boolean isEncrypted() {
    return scheme.equals("https");
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return scheme + "://" + host + ":" + port;
  }
}
