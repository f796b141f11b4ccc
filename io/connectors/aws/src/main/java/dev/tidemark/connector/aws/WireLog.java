// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps the JDK's connections from logging: at FINE they write every header down, session tokens
 * included.
 */
final class WireLog {
  /** Held, because a logger nobody holds forgets its level. */
  private static final Logger CONNECTIONS =
      Logger.getLogger("sun.net.www.protocol.http.HttpURLConnection");

  private WireLog() {}

  static void silence() {
    CONNECTIONS.setLevel(Level.INFO);
  }
}
