// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;

/**
 * Sees to it that the JDK's own client does not tell secrets to a log: it shows headers where a
 * system property asks for it, and whole addresses where its loggers are set to tell all.
 */
final class Silence {
  private static final String[] PROPERTIES = {
    "jdk.httpclient.HttpClient.log", "jdk.internal.httpclient.debug"
  };

  private static final Logger LOGGER = System.getLogger("jdk.internal.httpclient.debug");

  private Silence() {}

  /** Before the client is started, for it looks at the properties only then. */
  static void requireOfProperties() {
    for (String property : PROPERTIES) {
      if (System.getProperty(property) != null) {
        throw told("the system property " + property, "start Java without it");
      }
    }
  }

  /** Before an address is handed to the client; one elsewhere with a query may be a signed one. */
  static void requireFor(URI target, Reach reach, Redaction redaction) {
    boolean signed = reach == Reach.ELSEWHERE && target.getRawQuery() != null;
    if (LOGGER.isLoggable(Level.DEBUG) && (signed || redaction.finds(target.toString()))) {
      throw told("the logger " + LOGGER.getName(), "raise its level to INFO");
    }
  }

  private static ConnectorException told(String what, String remedy) {
    return ConnectorException.of(
        Category.CONFIG, what + " would write credentials to the log: " + remedy);
  }
}
