// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.local;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The REST interface of a Flink cluster. */
public record FlinkAddress(String host, int port) {
  /** Flink's own default port. */
  public static final int DEFAULT_PORT = 8081;

  private static final Pattern FORM =
      Pattern.compile("(?:http://)?(?<host>[^:/\\s\\[\\]]+|\\[[^]]+])(?::(?<port>\\d{1,5}))?/?");

  public FlinkAddress {
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException("a port is between 1 and 65535, not " + port);
    }
  }

  /** Reads HOST, HOST:PORT or http://HOST:PORT. */
  public static FlinkAddress of(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is no Flink address; write HOST:PORT, such as localhost:8081");
    }
    String port = matcher.group("port");
    return new FlinkAddress(
        matcher.group("host"), port == null ? DEFAULT_PORT : Integer.parseInt(port));
  }

  URI path(String path) {
    return URI.create("http://" + this + path);
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
